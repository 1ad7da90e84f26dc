/** The view in the side bar: what it lists, that it follows the draft, and that a click leads to the words. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sample } from '../paths.ts';
import { type Desk, inEach, openDesk } from './desk.ts';
import type { Workbench } from './workbench.ts';

inEach(['process', 'worker'], (host) => {
  let desk: Desk | undefined;
  let workbench: Workbench;

  before(async () => {
    desk = await openDesk(host, sample);
    workbench = desk.workbench;
  });

  after(async () => {
    await desk?.workbench.screenshot('view-last');
    await desk?.close();
  });

  test('it lists the names, dates and quotations by kind, and says in words what is known of each', async () => {
    await workbench.squiggles(4);
    await workbench.run('View: Show Stet');
    await workbench.tree('Lee Jae-myung, differs');
    const says = await workbench.tree('Quotations');
    for (const label of [
      /^People, 1 of \d differ$/m,
      /^Lee Jae-myung, differs, “Lee Jae-myung” differs from most sources [^:]*: [^:]* 5 articles searched\.$/m,
      /^Xi Jinping, agrees with 4 sources, 000_/m,
      /^Thursday, January 7, differs, .* falls on a Wednesday/m,
      /^“a truly dependable neighbor”, differs, Lee, /m,
    ])
      assert.match(says, label);
    await workbench.screenshot('view-1-draft');
  });

  test('a click leads to the words', async () => {
    const [line, words] = [
      'Lee will end his four-day visit in Shanghai and fly home on ',
      'Thursday, January 7',
    ];
    await workbench.chooseInTree(words);
    await workbench.says(`Col ${line.length + 1 + words.length} (${words.length} selected)`);
  });

  test('it follows the edits of the draft', async () => {
    const [spelling] = await workbench.squiggles(4);
    assert.ok(spelling);
    await workbench.quickFixes(spelling);
    await workbench.takeFix('everywhere in this draft');
    await workbench.tree('Lee Jae Myung, agrees with 3 sources');
  });

  test('it can show only what differs, says so, and shows all again', async () => {
    await workbench.run('Stet: Filter Names, Dates and Quotations');
    await workbench.choose('Only what differs');
    await workbench.says('Only what differs: 2 of');
    assert.doesNotMatch(await workbench.tree('Thursday, January 7, differs'), /Lee Jae Myung|Xi Jinping/);
    await workbench.screenshot('view-2-differs');
    await workbench.run('Stet: Show All Names, Dates and Quotations');
    await workbench.tree('Lee Jae Myung, agrees with 3 sources');
  });

  test('it says what to do where no draft is open', async () => {
    await workbench.run('View: Close All Editors');
    await workbench.says('Open a plain-text or Markdown draft');
    await workbench.screenshot('view-3-empty');
  });
});
