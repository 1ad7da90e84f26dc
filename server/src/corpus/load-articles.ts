/** Loads articles from files. */

import type { Article, SourceText } from '../core/corpus/article.ts';
import type { Language } from '../core/reading.ts';
import { type Files, UnreadableFile } from '../files.ts';
import { findSources, type Skipped, type SourceFile } from './find-sources.ts';
import type { FormatReader, FoundItem } from './formats/found-article.ts';
import { placesIn } from './formats/mapped-text.ts';
import { decodeText } from './text-file.ts';

export interface LoadedArticles {
  readonly articles: readonly Article[];
  /** What was named and is no article, with the reasons. */
  readonly skipped: readonly Skipped[];
  /** What the next load can take over: files that have not been written to since. */
  readonly files: ReadonlyMap<string, LoadedFile>;
}

interface LoadedFile {
  /** When it was last written, and how long it is; empty where nobody knows. */
  readonly stamp: string;
  readonly items: readonly (Article | Skipped)[];
}

export type ArticleReader = (source: SourceText) => Article | Promise<Article>;

/** How many files are asked for at once: where each comes over a network, one after the other would take too long. */
const AT_ONCE = 16;

/**
 * Loads every readable article that the patterns name; what can't be read is skipped and named. What `known`, the files
 * of an earlier load, has of a file that is as it was is not read again.
 */
export async function loadArticles(
  named: Parameters<typeof findSources>[0],
  readArticle: ArticleReader,
  known: LoadedArticles['files'] = new Map(),
): Promise<LoadedArticles> {
  const found = await findSources(named, ARTICLE_ENDINGS);
  const skipped = [...found.skipped];
  const articles: Article[] = [];
  const loaded = new Map<string, LoadedFile>();
  for (let from = 0; from < found.files.length; from += AT_ONCE) {
    const some = found.files.slice(from, from + AT_ONCE);
    const read = await Promise.all(some.map((it) => loadAnew(named.files, it, known.get(keyOf(it)))));
    for (const [at, file] of some.entries()) {
      const { stamp = '', items = [] } = read[at] ?? {};
      const all: (Article | Skipped)[] = [];
      // One after the other: who reads them may let others in between.
      for (const it of items) all.push('text' in it ? await readArticle(it) : it);
      loaded.set(keyOf(file), { stamp, items: all });
      for (const it of all) {
        if ('reason' in it) skipped.push(it);
        else articles.push(it);
      }
    }
  }
  return { articles, skipped, files: loaded };
}

/** A file, as one source. */
export function keyOf({ address, id }: SourceFile): string {
  return `${address}\0${id}`;
}

/** What is known of a file, or its texts where it was written to since. */
async function loadAnew(
  files: Files,
  file: SourceFile,
  last: LoadedFile | undefined,
): Promise<{ readonly stamp: string; readonly items: readonly (Article | SourceText | Skipped)[] }> {
  const stamp = await stampOf(files, file);
  if (last && stamp !== '' && last.stamp === stamp) return last;
  try {
    return { stamp, items: await readItems(files, file, await files.read(file.address)) };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { stamp, items: [{ path: file.address, reason: error.message }] };
  }
}

/** When a file was last written, and how long it is; empty where nobody knows. */
export async function stampOf(files: Files, { address }: SourceFile): Promise<string> {
  const state = await files.stateOf(address);
  return state?.modified ? `${state.modified} ${state.size}` : '';
}

/** What a file holds: itself where it is text, else what its format's reader finds in it. Throws {@link UnreadableFile}. */
export async function readItems(
  files: Files,
  { address, id }: SourceFile,
  bytes: Uint8Array,
): Promise<readonly (SourceText | Skipped)[]> {
  const uri = files.uriOf(await files.realAddressOf(address));
  if (endingOf(address) === DOCX) {
    const { readDocx } = await import('./formats/docx.ts');
    return articlesOf('', readDocx(bytes), { address, id, uri });
  }
  const file = decodeText(bytes);
  if (file.trim() === '') throw new UnreadableFile('it is empty');
  const reader = await READERS[endingOf(address)]?.();
  if (!reader) return [{ id, text: file, language: languageOf(address), uri }];
  if (file.length > MOST_MARKUP)
    throw new UnreadableFile('it is too long: files with markup are read up to 4 million characters');
  return articlesOf(file, reader(file), { address, id, uri });
}

function articlesOf(
  file: string,
  items: readonly FoundItem[],
  { address, id, uri }: SourceFile & { readonly uri: string },
): readonly (SourceText | Skipped)[] {
  if (items.length === 0) throw new UnreadableFile('it holds no article');
  const placesOf = placesIn(file);
  const isAlone = items.length === 1;
  return items.map((it, index) => {
    const isArticle = 'body' in it && it.body.text.trim() !== '';
    if (!isArticle)
      return {
        path: isAlone ? address : `${address} (item ${index + 1})`,
        reason: 'reason' in it ? it.reason : 'it has no text',
      };
    const { title, byline, outlet, published, body } = it;
    const itsId = isAlone ? id : `${id}#${index + 1}`;
    const places = placesOf(body);
    const head = { id: itsId, title, byline, outlet, published, uri, places };
    return { ...head, text: body.text, language: 'plaintext' };
  });
}

/** In UTF-16 code units. A tree takes many times the memory of its text, and no story or feed is near this. */
const MOST_MARKUP = 4_000_000;

// Who has no files of a format does not wait for its reader to load.
const readHtml = async () => (await import('./formats/html.ts')).readHtml;
const readNewsXml = async () => (await import('./formats/news-xml.ts')).readNewsXml;

/** The readers of newsroom formats, by how a file's name ends. */
const READERS: { readonly [ending: string]: (() => Promise<FormatReader>) | undefined } = {
  json: async () => (await import('./formats/ninjs.ts')).readNinjs,
  html: readHtml,
  htm: readHtml,
  xhtml: readHtml,
  xml: readNewsXml,
  nitf: readNewsXml,
  newsml: readNewsXml,
  rss: readNewsXml,
  atom: readNewsXml,
  aml: async () => (await import('./formats/archieml.ts')).readArchieMl,
};

/** The one format that is no text. */
const DOCX = 'docx';

/** How the names of text files end. */
export const TEXT_ENDINGS: readonly string[] = ['txt', 'md', 'markdown', 'text', 'copy', 'story'];
/** How the names of files end that are read as articles. */
export const ARTICLE_ENDINGS: readonly string[] = [...TEXT_ENDINGS, ...Object.keys(READERS), DOCX];

function endingOf(name: string): string {
  return (/\.([^./\\]*)$/.exec(name)?.[1] ?? '').toLowerCase();
}

/** The language that a file's name says. */
export function languageOf(path: string): Language {
  return /\.(?:md|markdown)$/i.test(path) ? 'markdown' : 'plaintext';
}
