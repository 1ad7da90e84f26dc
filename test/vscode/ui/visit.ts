/** An editor's path through the sample, in VS Code's window, with the packaged extension installed. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sample } from '../paths.ts';
import { type Desk, inEach, openDesk } from './desk.ts';
import { until, type Workbench } from './workbench.ts';

inEach(['process', 'page'], (host) => {
  let desk: Desk | undefined;
  let draft: string;
  let workbench: Workbench;

  before(async () => {
    desk = await openDesk(host, sample);
    draft = join(desk.folder, 'visit.txt');
    workbench = desk.workbench;
  });

  after(() => desk?.close());

  test('squiggles mark the spellings, the quotation and the weekday that differ', async () => {
    await workbench.squiggles(4);
    assert.equal(await workbench.hasServer(), host === 'page');
    await workbench.screenshot('1-squiggles');
  });

  test('the hover shows the sources’ spelling and how many sources have it, and opens them', async () => {
    const [spelling] = await workbench.squiggles(4);
    assert.ok(spelling);
    const says = await workbench.hoverOn(spelling, 'Lee Jae Myung');
    assert.match(says, /\d sources/);
    await workbench.enlargeHover();
    await workbench.screenshot('2-hover');
    await workbench.followLink('003_c04b76726293f929.txt');
    await workbench.line('President Lee Jae Myung will visit China').waitFor();
    await workbench.show('visit.txt');
  });

  test('the language status says against how many articles and for which day the draft is checked', async () => {
    const says = await workbench.languageStatus('5 articles');
    assert.match(says, /Written for 2026-01-05\s.*dateline/s);
    await workbench.screenshot('3-status');
    await workbench.closeHover();
  });

  test('a date that is none is refused, and a date set by hand goes before the dateline', async () => {
    await workbench.run('Stet: Set Written-For Date');
    await workbench.type('2026-02-30');
    await workbench.complaint.filter({ hasText: 'The calendar has no 2026-02-30.' }).waitFor();
    await workbench.answer('2026-01-06');
    assert.match(await workbench.languageStatus('2026-01-06'), /5 articles/);
    await workbench.closeHover();
    await workbench.run('Stet: Set Written-For Date');
    await workbench.answer('');
    await workbench.languageStatus('2026-01-05');
    await workbench.closeHover();
  });

  test('the quick fix makes the spelling agree with the sources and nothing else', async () => {
    const before = await readFile(draft, 'utf8');
    const [spelling] = await workbench.squiggles(4);
    assert.ok(spelling);
    await workbench.quickFixes(spelling);
    await workbench.screenshot('4-quick-fixes');
    await workbench.takeFix('everywhere in this draft');
    await workbench.squiggles(2);
    await workbench.save();
    const wanted = before.replaceAll('Lee Jae-myung', 'Lee Jae Myung');
    await until('the fix on disk', async () => (await readFile(draft, 'utf8')) === wanted);
    await workbench.screenshot('5-fixed');
  });

  test('the link of a finding opens the page of rules at its heading', async () => {
    const weekday = (await workbench.squiggles(2)).at(-1);
    assert.ok(weekday);
    await workbench.hoverOn(weekday, 'date/weekday-mismatch');
    await workbench.followLink('date/weekday-mismatch');
    await workbench.line('date/weekday-mismatch').waitFor();
    await workbench.screenshot('6-rule');
  });
});
