/** What axe finds on a page that some of its readers could not use. */
import axe from 'axe-core';
import type { Browser, Frame, Page } from 'playwright-core';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** By every rule that axe has for WCAG 2.2 AA and for good practice; a line each, with the elements. */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const run = `axe.run(document, { runOnly: ${JSON.stringify(RULES)} })`;
  const { violations } = await page.evaluate<{ readonly violations: readonly Violation[] }>(run);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((it) => it.html).join(' ')}`);
}

/**
 * The same of a page inside VS Code that runs no script, and so not axe’s: it is read from there as it stands, with the
 * colours of the theme, and shown once more where scripts run.
 */
export async function violationsInside(frame: Frame, browser: Browser): Promise<readonly string[]> {
  const html = await frame.locator('html').evaluate((it) => it.outerHTML);
  const context = await browser.newContext({ bypassCSP: true });
  try {
    const page = await context.newPage();
    await page.setContent(`<!DOCTYPE html>${html}`);
    return await violationsOn(page);
  } finally {
    await context.close();
  }
}
