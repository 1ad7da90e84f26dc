/** VS Code's window, in an editor's terms: what is underlined, what a hover says, which fixes are offered. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Frame, Locator, Page } from 'playwright-core';
import { screenshots } from '../paths.ts';

const limit = 40_000;

/** A place on the screen, in CSS pixels. */
interface Point {
  readonly x: number;
  readonly y: number;
}

interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export class Workbench {
  readonly #page: Page;
  readonly #pictures: string;
  readonly hover: Locator;

  private constructor(page: Page, pictures: string) {
    this.#page = page;
    this.#pictures = pictures;
    this.hover = page.locator('.monaco-hover:not(.hidden) .monaco-hover-content');
  }

  /**
   * Opens the page, waits for what it begins with, and leaves on the screen what an editor looks at: the draft. The names
   * of its pictures begin with `pictures`.
   */
  static async open(
    page: Page,
    address: string,
    {
      pictures,
      begins = '.monaco-editor .view-line',
    }: { readonly pictures: string; readonly begins?: string },
  ): Promise<Workbench> {
    page.setDefaultTimeout(limit);
    await page.goto(address);
    await page.locator(begins).first().waitFor();
    const sideBar = page.locator('.part.sidebar');
    await sideBar.waitFor();
    await page.keyboard.press('Control+b');
    await sideBar.waitFor({ state: 'hidden' });
    return new Workbench(page, pictures);
  }

  /** Waits until this many stretches of the draft are underlined, and returns their middles from top to bottom. */
  async squiggles(count: number): Promise<Point[]> {
    const all = this.#page.locator('.monaco-editor :is(.squiggly-error, .squiggly-warning, .squiggly-info)');
    let last = '';
    const middles = await until(`${count} squiggles`, async () => {
      // At once: VS Code draws its lines anew whenever it likes. What it is about to take away has no extent.
      const boxes = await all.evaluateAll((drawn) =>
        drawn.map((it) => it.getBoundingClientRect().toJSON() as Box).filter((it) => it.width > 0),
      );
      // Lines still move while a file is being opened: a place counts when it is where it was.
      const before = last;
      last = JSON.stringify(boxes);
      return boxes.length === count && last === before && boxes.map(middleOf);
    });
    return middles.toSorted((a, b) => a.y - b.y);
  }

  /** Rests the mouse on the squiggle until the hover shows these words; returns all it says. */
  async hoverOn({ x, y }: Point, words: string): Promise<string> {
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
    const { x, y } = middleOf(await boxOf(frame.locator('.monaco-sash.horizontal:not(.disabled)').last()));
    await this.#page.mouse.move(x, y, { steps: 8 });
    await this.#page.mouse.down();
    await this.#page.mouse.move(x, y + 340, { steps: 8 });
    await this.#page.mouse.up();
    await this.#page.mouse.move(x, y, { steps: 4 });
    await until('a larger hover', async () => (await boxOf(frame)).height > height);
  }

  /** Follows the link in the open hover that has these words. */
  async followLink(words: string): Promise<void> {
    const link = this.hover.locator('a').filter({ hasText: new RegExp(String.raw`^\s*${words}\s*$`) });
    await link.first().click();
  }

  /** A line of the open file; VS Code draws only those that are on the screen. */
  line(words: string): Locator {
    return this.#page.locator('.view-line').filter({ hasText: words });
  }

  /** Goes to a file that is open in another tab. */
  async show(name: string): Promise<void> {
    await this.#page.locator('.tabs-container .tab').filter({ hasText: name }).click();
  }

  async closeHover(): Promise<void> {
    await this.#page.mouse.move(640, 600);
    await this.#page.keyboard.press('Escape');
    await this.hover.first().waitFor({ state: 'hidden' });
  }

  /** Opens the menu of quick fixes on the squiggle and returns their titles. */
  async quickFixes({ x, y }: Point): Promise<string[]> {
    const rows = this.#page.locator('.action-widget .monaco-list-row.action');
    // While the findings of the edited draft are on their way there is no menu, and the key has to be pressed again.
    await until('the menu of quick fixes', async () => {
      await this.#page.mouse.click(x, y);
      // A hover under the mouse would take the place of the menu.
      await this.#page.mouse.move(640, 600);
      await this.#page.keyboard.press('Control+.');
      const opens = rows.first().waitFor({ timeout: 15_000 });
      return opens.then(
        () => true,
        () => false,
      );
    });
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

  async key(name: string): Promise<void> {
    await this.#page.keyboard.press(name);
  }

  /** Types over what is selected in the draft. */
  async insert(text: string): Promise<void> {
    await this.#page.keyboard.insertText(text);
  }

  /** Gives the window the colours of a theme. */
  async theme(name: string): Promise<void> {
    const input = this.#page.locator('.quick-input-widget input').first();
    await until('the list of themes', async () => {
      await this.#page.keyboard.press('Control+k');
      await this.#page.keyboard.press('Control+t');
      return input.fill(name, { timeout: 5000 }).then(
        () => true,
        () => false,
      );
    });
    await this.#page
      .locator('.quick-input-list .monaco-list-row.focused')
      .filter({ hasText: name })
      .waitFor();
    await this.#page.keyboard.press('Enter');
    await this.#page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Whether Stet's server is one of the window's web workers. */
  async hasServer(): Promise<boolean> {
    // VS Code ends workers of its own as it likes, also while they are asked.
    const names = this.#page.workers().map((it) => it.evaluate<unknown>('self.name').catch(() => ''));
    return (await Promise.all(names)).some((it) => String(it).endsWith('Stet'));
  }

  async save(): Promise<void> {
    await this.#page.keyboard.press('Control+s');
  }

  /** Runs a command by its title, as in the command palette. */
  async run(title: string): Promise<void> {
    const row = this.#page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: title });
    // A window that has just opened knows the commands of extensions a moment later, and a list that is open stays as it is.
    await until(`the command “${title}”`, async () => {
      await this.#page.keyboard.press('Escape');
      await this.#page.keyboard.press('F1');
      const input = this.#page.locator('.quick-input-widget input').first();
      return input
        .fill(`>${title}`, { timeout: 5000 })
        .then(() => row.waitFor({ timeout: 5000 }))
        .then(
          () => true,
          () => false,
        );
    });
    await this.#page.keyboard.press('Enter');
  }

  /** Chooses from the list that a command opened. */
  async choose(title: string): Promise<void> {
    const row = this.#page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title });
    await row.first().click();
  }

  /** Waits until a row of the tree in the side bar begins with these words, and returns what all its rows say. */
  async tree(words: string): Promise<string> {
    await this.#treeRow(words).waitFor();
    const rows = this.#page.locator('.sidebar .pane-body .monaco-list-row');
    const labels = await rows.evaluateAll((all) => all.map((it) => it.getAttribute('aria-label') ?? ''));
    return labels.map((it) => it.trim()).join('\n');
  }

  async chooseInTree(words: string): Promise<void> {
    await this.#treeRow(words).click();
  }

  #treeRow(words: string): Locator {
    return this.#page
      .locator(`.sidebar .pane-body .monaco-list-row[aria-label^=${JSON.stringify(words)}]`)
      .first();
  }

  /** The page inside the editor in front: what an extension draws itself. */
  async webview(heading: string): Promise<Frame> {
    return until(`a page with “${heading}”`, async () => {
      // A page that is drawn anew takes its frame away while it is asked.
      const hasHeading = (frame: Frame) =>
        frame
          .getByRole('heading', { name: heading, level: 1 })
          .isVisible()
          .catch(() => false);
      const frames = this.#page.frames().filter((it) => it !== this.#page.mainFrame());
      const found = await Promise.all(frames.map(hasHeading));
      return frames[found.indexOf(true)] ?? null;
    });
  }

  /** Presses the button with these words on a page of a walkthrough. */
  async press(words: string): Promise<void> {
    const walkthrough = this.#page.locator('.gettingStartedContainer');
    await walkthrough.getByRole('button', { name: words, exact: true }).click();
  }

  /** Waits until these words are on the screen, inside a preview or outside. */
  async says(words: string, patience = limit): Promise<void> {
    await until(
      `“${words}”`,
      async () => {
        // A preview that is drawn anew takes its frame away while it is asked.
        const found = this.#page.frames().map((frame) =>
          frame
            .getByText(words)
            .first()
            .isVisible()
            .catch(() => false),
        );
        return (await Promise.all(found)).includes(true);
      },
      patience,
    );
  }

  /** Closes the window and opens it again. Which files it opens by itself depends on when VS Code kept its state last. */
  async reopen(): Promise<void> {
    await this.#page.reload();
    await this.#page.locator('#status\\.problems').waitFor();
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

  /** Takes what a dialog proposes, which ends so. */
  async accept(proposal: string): Promise<void> {
    const input = this.#page.locator('.quick-input-widget input').first();
    await until(`a proposal of ${proposal}`, async () => (await input.inputValue()).endsWith(proposal));
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
    await this.#page.screenshot({
      path: join(screenshots, `${this.#pictures}${name}.png`),
      animations: 'disabled',
    });
  }
}

/** Asks again until there is an answer: for what no event tells of, such as a file on disk. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | false | null>,
  patience = limit,
): Promise<T> {
  const deadline = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`Waited ${patience / 1000} s for ${what}.`);
    await pause(50);
  }
}

function middleOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

function boxOf(place: Locator): Promise<Box> {
  return until(`${place} on the screen`, () => place.boundingBox());
}
