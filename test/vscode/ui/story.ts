/**
 * What a person does who has never seen Stet and follows the walkthrough: finds the spelling that differs, sees the
 * evidence, fixes it everywhere, lets a finding stand, closes the window, opens it again, and finds it still standing.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Desk, inEach, openDesk } from './desk.ts';
import type { Workbench } from './workbench.ts';

inEach(['process', 'worker'], (host) => {
  let desk: Desk | undefined;
  let workbench: Workbench;

  before(async () => {
    desk = await openDesk(host);
    workbench = desk.workbench;
  });

  after(async () => {
    await desk?.workbench.screenshot('story-last');
    await desk?.close();
  });

  test('the walkthrough opens the sample', async () => {
    await workbench.run('Open Walkthrough');
    await workbench.choose('Check a story with Stet');
    await workbench.says('Fix it everywhere');
    await workbench.screenshot('story-1-walkthrough');
    await workbench.press('Open the Sample');
    await workbench.squiggles(4);
    assert.equal(await workbench.hasServer(), host === 'worker');
    await workbench.screenshot('story-2-sample');
  });

  test('the hover on the spelling shows the evidence', async () => {
    const [spelling] = await workbench.squiggles(4);
    assert.ok(spelling);
    assert.match(await workbench.hoverOn(spelling, 'Lee Jae Myung'), /3 sources.*5 articles searched/s);
    await workbench.screenshot('story-3-evidence');
    await workbench.closeHover();
  });

  test('one quick fix changes the spelling everywhere', async () => {
    const [spelling] = await workbench.squiggles(4);
    assert.ok(spelling);
    await workbench.quickFixes(spelling);
    await workbench.screenshot('story-4-fixes');
    await workbench.takeFix('everywhere in this draft');
    await workbench.squiggles(2);
    await workbench.save();
    await workbench.screenshot('story-5-fixed');
  });

  test('a finding is let stand', async () => {
    const [quotation] = await workbench.squiggles(2);
    assert.ok(quotation);
    await workbench.quickFixes(quotation);
    await workbench.screenshot('story-6-decisions');
    await workbench.takeFix('Let it stand in this draft');
    await workbench.squiggles(1);
    await workbench.screenshot('story-7-stands');
  });

  test('it still stands when the window is closed and opened again, and the spelling is still fixed', async () => {
    await workbench.reopen();
    await workbench.run('Stet: Open the Sample');
    await workbench.squiggles(1);
    await workbench.line('Lee Jae Myung met').first().waitFor();
    await workbench.screenshot('story-8-reopened');
    await workbench.run('Stet: Show Sign-Off Sheet');
    await workbench.webview('Sign-off sheet');
    await workbench.says('let stand');
    await workbench.screenshot('story-9-sign-off');
  });
});
