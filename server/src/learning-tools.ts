/** The tools of a server: what takes long is found where nobody waits for it, and texts are read again with what was found. */

import { type Article, readArticleInSteps, type SourceText } from './core/corpus/article.ts';
import type { LanguageTools } from './core/language-tools.ts';
import type { Span } from './core/model.ts';
import type { NameModel } from './core/names/tagger/model.ts';
import { inSlices, letOthersIn, SLICE } from './slices.ts';

/** Finds the noun phrases that end some clauses; undefined where one has none, or where it would take too long. */
export type FindPhrases = (clauses: readonly string[]) => Promise<readonly (Span | undefined)[]>;

/** How many clauses are kept. Hardly any is asked about, but one that is typed in is another at each letter. */
const MOST_KEPT = 20_000;

export class LearningTools {
  readonly #names: NameModel;
  readonly #find: FindPhrases;
  #known = new Map<string, Span | undefined>();
  #asked = new Set<string>();
  #learning: Promise<void> | undefined;
  #latest: LanguageTools;
  #revision = 0;
  /** When others were last let in, in milliseconds. */
  #letIn = 0;

  constructor(names: NameModel, find: FindPhrases) {
    this.#names = names;
    this.#find = find;
    this.#latest = this.#toolsByNow();
  }

  /** With what is known by now: others whenever that is more. */
  get latest(): LanguageTools {
    return this.#latest;
  }

  /** Changes whenever {@link latest} does. */
  get revision(): number {
    return this.#revision;
  }

  /** Whether these tools knew all that they were asked. Otherwise what they did not know is found; then {@link latest} knows. */
  async knew(tools: LanguageTools): Promise<boolean> {
    if (this.#asked.size > 0) this.#learning ??= this.#learn().finally(() => (this.#learning = undefined));
    await this.#learning;
    return tools === this.#latest;
  }

  /** Others are let in now and then, however many articles are read in a row. */
  async readArticle(source: SourceText): Promise<Article> {
    for (;;) {
      if (performance.now() - this.#letIn >= SLICE) {
        await letOthersIn();
        this.#letIn = performance.now();
      }
      const tools = this.#latest;
      const article = await inSlices(readArticleInSteps(source, tools));
      if (article && (await this.knew(tools))) return article;
    }
  }

  async #learn(): Promise<void> {
    const asked = [...this.#asked];
    this.#asked = new Set();
    const found = await this.#find(asked);
    if (this.#known.size >= MOST_KEPT) this.#known = new Map();
    for (const [at, clause] of asked.entries()) this.#known.set(clause, found[at]);
    this.#latest = this.#toolsByNow();
    this.#revision++;
  }

  #toolsByNow(): LanguageTools {
    return {
      names: this.#names,
      nounPhraseAtEnd: (clause) => {
        if (!this.#known.has(clause)) this.#asked.add(clause);
        return this.#known.get(clause);
      },
    };
  }
}
