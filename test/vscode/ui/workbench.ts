/** VS Code's window, in an editor's terms: what is underlined, what a hover says, which fixes are offered. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { screenshots } from '../paths.ts';

const limit = 40_000;

export class Workbench {
  readonly #page: Page;
  readonly hover: Locator;

  private constructor(page: Page) {
    this.#page = page;
    this.hover = page.locator('.monaco-hover:not(.hidden) .monaco-hover-content');
  }

  /** Opens the page and leaves on the screen what an editor looks at: the draft. */
  static async open(page: Page, address: string): Promise<Workbench> {
    page.setDefaultTimeout(limit);
    await page.goto(address);
    await page.locator('.monaco-editor .view-line').first().waitFor();
    const sideBar = page.locator('.part.sidebar');
    await sideBar.waitFor();
    await page.keyboard.press('Control+b');
    await sideBar.waitFor({ state: 'hidden' });
    return new Workbench(page);
  }

  /** Waits until this many stretches of the draft are underlined, and returns them from top to bottom. */
  async squiggles(count: number): Promise<Locator[]> {
    const all = this.#page.locator('.monaco-editor :is(.squiggly-error, .squiggly-warning, .squiggly-info)');
    await until(`${count} squiggles`, async () => (await all.count()) === count);
    const placed = await Promise.all(
      (await all.all()).map(async (squiggle) => ({ squiggle, top: (await boxOf(squiggle)).y })),
    );
    return placed.toSorted((a, b) => a.top - b.top).map(({ squiggle }) => squiggle);
  }

  /** Rests the mouse on the squiggle until the hover shows these words; returns all it says. */
  async hoverOn(squiggle: Locator, words: string): Promise<string> {
    const { x, y } = await middleOf(squiggle);
    // A hover opens on movement, so the mouse comes from somewhere.
    await this.#page.mouse.move(x, y + 200);
    await this.#page.mouse.move(x, y, { steps: 4 });
    const shown = this.hover.filter({ hasText: words });
    await shown.first().waitFor();
    return (await this.hover.allInnerTexts()).join('\n');
  }

  /** Drags the lower edge of the open hover down, so that all of it can be read without scrolling. */
  async enlargeHover(): Promise<void> {
    const frame = this.#page.locator('.monaco-resizable-hover');
    const { height } = await boxOf(frame);
    const { x, y } = await middleOf(frame.locator('.monaco-sash.horizontal:not(.disabled)').last());
    await this.#page.mouse.move(x, y, { steps: 8 });
    await this.#page.mouse.down();
    await this.#page.mouse.move(x, y + 340, { steps: 8 });
    await this.#page.mouse.up();
    await this.#page.mouse.move(x, y, { steps: 4 });
    await until('a larger hover', async () => (await boxOf(frame)).height > height);
  }

  /** Follows the link in the open hover that has these words. */
  async followLink(words: string): Promise<void> {
    await this.hover.locator('a').filter({ hasText: words }).first().click();
  }

  /** A line of the open file; VS Code draws only those that are on the screen. */
  line(words: string): Locator {
    return this.#page.locator('.view-line').filter({ hasText: words });
  }

  async closeHover(): Promise<void> {
    await this.#page.mouse.move(640, 600);
    await this.#page.keyboard.press('Escape');
    await this.hover.first().waitFor({ state: 'hidden' });
  }

  /** Opens the menu of quick fixes on the squiggle and returns their titles. */
  async quickFixes(squiggle: Locator): Promise<string[]> {
    const { x, y } = await middleOf(squiggle);
    await this.#page.mouse.click(x, y);
    await this.#page.keyboard.press('Control+.');
    const rows = this.#page.locator('.action-widget .monaco-list-row.action');
    await rows.first().waitFor();
    return (await rows.allInnerTexts()).map((title) => title.trim());
  }

  /** Goes down the open menu to the fix with these words and takes it, as the keyboard does. */
  async takeFix(words: string): Promise<void> {
    const focused = this.#page.locator('.action-widget .monaco-list-row.focused').filter({ hasText: words });
    await until(`the fix “${words}”`, async () => {
      if ((await focused.count()) > 0) return true;
      await this.#page.keyboard.press('ArrowDown');
      return false;
    });
    await this.#page.keyboard.press('Enter');
  }

  async save(): Promise<void> {
    await this.#page.keyboard.press('Control+s');
  }

  /** Runs a command by its title, as in the command palette. */
  async run(title: string): Promise<void> {
    await this.#page.keyboard.press('F1');
    const input = this.#page.locator('.quick-input-widget input').first();
    await input.fill(`>${title}`);
    await this.#page
      .locator('.quick-input-list .monaco-list-row.focused')
      .filter({ hasText: title })
      .waitFor();
    await this.#page.keyboard.press('Enter');
  }

  /** Types into the input box that a command opened. */
  async type(text: string): Promise<void> {
    await this.#page.locator('.quick-input-title').filter({ hasText: /\S/ }).waitFor();
    await this.#page.locator('.quick-input-widget input').first().fill(text);
  }

  async answer(text: string): Promise<void> {
    await this.type(text);
    await this.#page.keyboard.press('Enter');
    await this.#page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** What the open input box says of what was typed. */
  get complaint(): Locator {
    return this.#page.locator('.quick-input-message');
  }

  /** Opens the language status, waits until it has these words, and returns all it says. */
  async languageStatus(words: string): Promise<string> {
    await this.#page.locator('#status\\.languageStatus').hover();
    const entries = this.#page.locator('.hover-language-status');
    await entries.filter({ hasText: words }).waitFor();
    return (await entries.allInnerTexts()).join('\n');
  }

  async screenshot(name: string): Promise<void> {
    await mkdir(screenshots, { recursive: true });
    await this.#page.screenshot({ path: join(screenshots, `${name}.png`), animations: 'disabled' });
  }
}

/** Asks again until it is so: for what no event tells of, such as a file on disk. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + limit;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`Waited ${limit / 1000} s for ${what}.`);
    await pause(50);
  }
}

async function middleOf(place: Locator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = await boxOf(place);
  return { x: x + width / 2, y: y + height / 2 };
}

async function boxOf(place: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await place.boundingBox();
  if (!box) throw new Error(`${place} is not on the screen.`);
  return box;
}
