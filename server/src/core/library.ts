/** All the articles of a desk, however many there are, and those of them with which one draft is compared. */

import type { Archive } from './corpus/archive.ts';
import type { Article } from './corpus/article.ts';
import { buildCorpus, type Corpus } from './corpus/corpus.ts';
import {
  choose,
  findQuoting,
  findSaying,
  findStarting,
  findUsing,
  formsOf,
  type Wanted,
} from './corpus/wanted.ts';
import type { Entity, EntityType, QuoteMention } from './model.ts';
import type { PrintedName } from './names/slips.ts';
import { once } from './once.ts';
import type { Draft, ParagraphReading } from './reading.ts';
import { isSame, recall } from './recall.ts';
import { remember } from './remember.ts';
import { foldTypography } from './text/fold.ts';

export interface Library {
  /** Changes whenever any answer might. */
  readonly revision: number;
  /** How many articles it has. */
  readonly size: number;
  /** What a draft is compared with. `previous`, what it was compared with before it was edited, is kept where it will do. */
  corpusFor(draft: Draft, previous?: Corpus): Corpus;
  /** What is known by a name, by names like it, and by names that begin so. */
  corpusAbout(name: string): Corpus;
  articles(): Iterable<Article>;
  /** Whether a file is one of its sources. */
  hasFile(uri: string): boolean;
}

/** A library that is one corpus. */
export function libraryOf(corpus: Corpus, revision: number): Library {
  const { articles, size } = corpus;
  const uris = once(() => new Set(articles.flatMap((it) => it.head.uri ?? [])));
  return {
    revision,
    size,
    corpusFor: () => corpus,
    corpusAbout: () => corpus,
    articles: () => articles,
    hasFile: (uri) => uris().has(uri),
  };
}

/** Which articles a corpus was made of, and for whom. */
interface Gathered {
  readonly numbers: ReadonlySet<number>;
  readonly wanted: readonly Wanted[];
}

/** A library out of an archive: for each draft the articles that its names, terms and quotations lead to. */
export function libraryOfArchive(archive: Archive): Library {
  const { revision, size } = archive;
  const gathered = new WeakMap<Corpus, Gathered>();
  const using = remember(
    (it: PrintedName) => findUsing(it, archive),
    ({ type, text, unlisted }) => `${type}:${text}:${unlisted.join(' ')}`,
    2_000,
  );
  const naming = recall<Entity, readonly Wanted[]>();
  const quoting = recall<QuoteMention, readonly Wanted[]>();
  const saying = recall<ParagraphReading, readonly Wanted[]>();
  const gather = (wanted: readonly Wanted[]): Corpus => {
    const numbers = choose(wanted, size);
    const articles = [...numbers].flatMap((it) => archive.article(it) ?? []);
    // In the order in which they would be read.
    articles.sort((a, b) => (a.head.id < b.head.id ? -1 : a.head.id > b.head.id ? 1 : 0));
    const corpus = buildCorpus(articles, size);
    gathered.set(corpus, { numbers, wanted });
    return corpus;
  };
  return {
    revision,
    size,
    corpusFor({ entities, quotes, read }, previous) {
      const wanted = [
        ...entities.flatMap((it) => naming(it, NONE, () => formsOf(it).flatMap(using))),
        ...quotes.flatMap((it) => quoting(it, NONE, () => findQuoting(it, archive))),
        ...read.flatMap((it) => saying(it, NONE, () => findSaying(it, archive))),
      ];
      const had = previous && gathered.get(previous);
      if (!had) return gather(wanted);
      if (isSame(had.wanted, wanted)) return previous;
      // What a name has brought in while it was typed may stay when it goes on.
      const isAtHand = [...choose(wanted, size)].every((it) => had.numbers.has(it));
      if (!isAtHand) return gather(wanted);
      gathered.set(previous, { ...had, wanted });
      return previous;
    },
    corpusAbout(name) {
      const text = foldTypography(name);
      const named = TYPES.flatMap((type) => using({ type, text, unlisted: NONE }));
      return gather([...named, ...findStarting(text, archive)]);
    },
    articles: () => archive.articles(),
    hasFile: (uri) => archive.hasFile(uri),
  };
}

const TYPES: readonly EntityType[] = ['person', 'organization', 'place'];

const NONE: readonly never[] = [];
