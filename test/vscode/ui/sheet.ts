/** The sign-off sheet in VS Code's window: what it says, where its links lead, who can read it, and what is exported. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { sample, screenshots } from '../paths.ts';
import { violationsInside, violationsOn } from './accessibility.ts';
import { openDesk } from './desk.ts';
import { until, type Workbench } from './workbench.ts';

let desk: Awaited<ReturnType<typeof openDesk>> | undefined;
let browser: Browser;
let folder: string;
let workbench: Workbench;
const sheet = () => workbench.webview('Sign-off sheet');
/** Waits for a row of the sheet, which may be drawn anew meanwhile. */
const shows = (row: RegExp) =>
  until(`a row like ${row}`, async () =>
    (await sheet())
      .getByRole('row', { name: row })
      .first()
      .isVisible()
      .catch(() => false),
  );

/** Follows a link of the sheet to these words. A click makes the sheet the active editor, and VS Code says so late. */
async function follow(region: string, row: RegExp, link: string | RegExp, words: string): Promise<void> {
  await until(`${words} selected`, async () => {
    const rows = (await sheet()).getByRole('region', { name: region }).getByRole('row', { name: row });
    await rows.getByRole('link', { name: link }).first().click();
    return workbench.says(`(${words.length} selected)`, 5000).then(
      () => true,
      () => false,
    );
  });
}

async function isAtTop(heading: string): Promise<void> {
  const place = (await sheet()).getByRole('heading', { name: heading });
  await until(`${heading} in sight`, () => place.evaluate((it) => it.getBoundingClientRect().top < 100));
}

before(async () => {
  desk = await openDesk('process', sample);
  ({ browser, folder, workbench } = desk);
});

after(async () => {
  await desk?.workbench.screenshot('sheet-last');
  await desk?.close();
});

test('it has the state of every mention, the spellings by source, the timeline and the sources', async () => {
  await workbench.squiggles(4);
  await workbench.run('Stet: Show Sign-Off Sheet');
  const page = await sheet();
  const headings = page.getByRole('heading', { level: 3 });
  assert.deepEqual(await headings.allInnerTexts(), [
    'Names',
    'Dates',
    'Quotations',
    'Spellings',
    'Timeline',
    'Sources',
  ]);
  await shows(/^Lee Jae-myung person differs .* 3 sources have/);
  await shows(/^Xi Jinping person agrees with 4 sources/);
  await shows(/ Lee Jae Myung .* 3 sources$/);
  await workbench.screenshot('sheet-1-light');
});

test('the keyboard alone leads through its links', async () => {
  const page = await sheet();
  const focused = page.locator(':focus');
  await until('the link to the timeline in focus', async () => {
    await workbench.key('Tab');
    return (await focused.allInnerTexts()).includes('Timeline');
  });
  await workbench.key('Enter');
  await isAtTop('Timeline');
});

test('axe finds nothing amiss, and neither in high contrast', async () => {
  assert.deepEqual(await violationsInside(await sheet(), browser), []);
  await workbench.theme('Dark High Contrast');
  assert.deepEqual(await violationsInside(await sheet(), browser), []);
  await workbench.screenshot('sheet-2-high-contrast');
  await workbench.theme('Light High Contrast');
  assert.deepEqual(await violationsInside(await sheet(), browser), []);
  await workbench.theme('Light Modern');
});

test('a link leads to the section, to the words in the draft beside it, and to those in a source', async () => {
  const page = await sheet();
  await page.getByRole('link', { name: 'Spellings', exact: true }).click();
  await isAtTop('Spellings');
  await workbench.screenshot('sheet-3-spellings');
  await follow('Dates', /^Thursday/, 'Thursday, January 7', 'Thursday, January 7');
  await follow('Names', /^Xi Jinping/, /000_/, 'Xi Jinping');
  await workbench.screenshot('sheet-4-beside');
});

test('it follows the draft', async () => {
  await follow('Dates', /^Thursday/, 'Thursday, January 7', 'Thursday, January 7');
  await workbench.insert('Wednesday, January 7');
  await shows(/^Wednesday, January 7 Wednesday 7 January 2026 no source/);
});

test('it is exported as a page that stands alone, and as Markdown', async () => {
  for (const [format, ending] of [
    ['HTML', 'html'],
    ['Markdown', 'md'],
  ]) {
    const page = await sheet();
    await page.getByRole('link', { name: `Export as ${format}` }).click();
    await workbench.accept(`/visit.sign-off.${ending}`);
  }
  const exported = async (name: string) =>
    until(name, () => readFile(join(folder, name), 'utf8').catch(() => null));
  assert.match(await exported('visit.sign-off.md'), /^# Sign-off sheet\n\nMade on .*\n\n## visit\.txt\n/);
  assert.doesNotMatch(await exported('visit.sign-off.html'), /command:|file:|<script/);
  for (const colorScheme of ['light', 'dark'] as const) {
    const alone = await browser.newPage({ colorScheme });
    await alone.goto(pathToFileURL(join(folder, 'visit.sign-off.html')).href);
    assert.equal(await alone.title(), 'Sign-off sheet of visit.txt');
    assert.deepEqual(await violationsOn(alone), []);
    await alone.screenshot({
      path: join(screenshots, `sheet-5-exported-${colorScheme}.png`),
      fullPage: true,
    });
  }
});
