/** The sign-off sheet as Markdown in which nothing of a text is markup. */

import { countSources } from '../english.ts';
import { escapeMarkdown } from '../text/escape.ts';
import { KINDS, SOURCES, SPELLINGS, TIMELINE } from './sections.ts';
import type { Citations, Sheet, SheetRow } from './sheet.ts';
import { columnsOf, type SpelledName } from './spellings.ts';
import type { TimelineDay } from './timeline.ts';

/** `made` is when, by whom or from what, a sentence each. */
export function sheetMarkdown(sheets: readonly Sheet<unknown>[], made: readonly string[] = []): string {
  const head = ['# Sign-off sheet', ...made.map(escapeMarkdown)];
  return [...head, ...sheets.flatMap(sectionsOf)].join('\n\n').concat('\n');
}

function sectionsOf({ path, summary, rows, spellings, timeline, sources }: Sheet<unknown>): string[] {
  const columns = columnsOf(spellings);
  return [
    `## ${escapeMarkdown(path)}`,
    escapeMarkdown(summary),
    ...KINDS.flatMap(({ kind, title, one, detail }) =>
      section(
        title,
        undefined,
        [one, detail, 'State', 'Sources'],
        rows.filter((it) => it.kind === kind).map(cellsOfRow),
      ),
    ),
    ...section(
      SPELLINGS.title,
      SPELLINGS.caption,
      ['Name', 'Spelling', 'Draft', ...columns.map(String), 'Sources'],
      spellings.flatMap((it) => cellsOfName(it, columns)),
    ),
    ...section(TIMELINE.title, TIMELINE.caption, ['Day', 'Draft', 'Sources'], timeline.map(cellsOfDay)),
    ...section(
      SOURCES.title,
      SOURCES.caption,
      ['Number', 'Source', 'Title', 'Published'],
      sources.map(({ id, title, published }, i) => [String(i + 1), id, title, published]),
    ),
  ];
}

function section(
  title: string,
  caption: string | undefined,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  const table = [line(head), line(head).replace(/[^|]+/g, ' --- '), ...rows.map(line)].join('\n');
  return [`### ${title}`, ...(caption ? [caption] : []), table];
}

function cellsOfRow({ text, detail, state, messages, cited }: SheetRow<unknown>): string[] {
  return [text, detail, [state, ...messages].join(': '), numbersOf(cited)];
}

function numbersOf({ shown, more }: Citations<unknown>): string {
  return [...shown.map((it) => String(it.source)), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

function cellsOfName({ name, spellings }: SpelledName<unknown>, columns: readonly number[]): string[][] {
  return spellings.map((it, i) => [
    i === 0 ? name : '',
    it.name,
    String(it.drafted?.times ?? ''),
    ...columns.map((column) => String(it.cells.find(({ source }) => source === column)?.times ?? '')),
    countSources(it.sources),
  ]);
}

function cellsOfDay({ day, distance, drafted, sources, published }: TimelineDay<unknown>): string[] {
  const theirs = sources.map(
    ({ text, source, instead }) =>
      `“${text}” (${source})${instead === undefined ? '' : `, where the draft has “${instead}”`}`,
  );
  const printed = published.length > 0 ? [`published: ${published.map((it) => it.source).join(', ')}`] : [];
  return [
    distance === '' ? day : `${day}, ${distance}`,
    drafted.map((it) => `“${it.text}”`).join(', '),
    [...theirs, ...printed].join('; '),
  ];
}
