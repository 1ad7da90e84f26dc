/**
 * The sign-off sheet as a page of HTML that stands alone: no script, nothing from elsewhere, and of a text nothing but
 * text. Inside VS Code it takes the colours of the theme, elsewhere those that its reader prefers.
 */

import { count, countSources } from '../english.ts';
import { type Html, html } from '../text/html.ts';
import { KINDS, SOURCES, SPELLINGS, TIMELINE } from './sections.ts';
import type { Citation, CitedSource, Sheet, SheetRow } from './sheet.ts';
import { columnsOf, type SheetSpelling, type SpelledName } from './spellings.ts';
import { STYLE } from './style.ts';
import type { TimelineDay } from './timeline.ts';

interface PageOptions<P> {
  readonly title: string;
  /** Lets the page's own style in, and no other: made for one page, at random. */
  readonly nonce: string;
  /** When, by whom or from what it was made, a sentence each. */
  readonly made?: readonly string[];
  /** What can be done with the sheet. */
  readonly actions?: readonly { readonly title: string; readonly address: string }[];
  /** The address that leads to a place; undefined where none does. */
  readonly addressOf?: (place: P) => string | undefined;
}

/** The whole page, as text. */
export function sheetPage<P>(sheets: readonly Sheet<P>[], options: PageOptions<P>): string {
  const { title, nonce, made = [], actions = [], addressOf = () => undefined } = options;
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  const link: Link<P> = (content, place, where) => {
    const address = place === undefined ? undefined : addressOf(place);
    return address === undefined ? content : html`<a href="${address}" title="${where}">${content}</a>`;
  };
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<header>
<h1>Sign-off sheet</h1>
${made.map((it) => html`<p>${it}</p>`)}
${actions.length === 0 ? '' : html`<p class="actions">${actions.map(({ title, address }) => html`<a href="${address}">${title}</a> `)}</p>`}
</header>
<nav aria-label="Sections of the sheet"><ul>${sheets.map((it, i) => contentsOf(it, i))}</ul></nav>
<main>
${sheets.map((it, i) => sectionOf(it, i, link))}
</main>
</body>
</html>
`.html;
}

/** Something that leads to a place where it can, and says where that is. */
type Link<P> = (content: Html, place: P | undefined, where: string) => Html;

const IN_DRAFT = 'In the draft';

/** What its sections are called in addresses. */
const idOf = (sheet: number, part: string) => `sheet-${sheet + 1}-${part}`;

function partsOf<P>({ rows, spellings, timeline, sources }: Sheet<P>) {
  const kinds = KINDS.map((it) => ({
    part: it.kind,
    title: it.title,
    size: rows.filter(({ kind }) => kind === it.kind).length,
  }));
  const others = [
    { part: 'spellings', title: SPELLINGS.title, size: spellings.length },
    { part: 'timeline', title: TIMELINE.title, size: timeline.length },
    { part: 'sources', title: SOURCES.title, size: sources.length },
  ];
  return [...kinds, ...others].filter((it) => it.size > 0);
}

function contentsOf<P>(sheet: Sheet<P>, index: number): Html {
  const parts = partsOf(sheet).map(
    ({ part, title, size }) => html`<li><a href="#${idOf(index, part)}">${title}</a> ${size}</li>`,
  );
  return html`<li><a href="#${idOf(index, 'draft')}">${sheet.path}</a><ul>${parts}</ul></li>`;
}

function sectionOf<P>(sheet: Sheet<P>, index: number, link: Link<P>): Html {
  const { path, summary, rows, spellings, timeline, sources } = sheet;
  const id = (part: string) => idOf(index, part);
  const cite = citer(sources, index, link);
  return html`<section aria-labelledby="${id('draft')}">
<h2 id="${id('draft')}">${path}</h2>
<p>${summary}</p>
${KINDS.map(({ kind, title, one, detail }) => {
  const ofKind = rows.filter((it) => it.kind === kind);
  return tableOf(
    id(kind),
    title,
    '',
    [one, detail, 'State', 'Sources'],
    ofKind.map((it) => rowOf(it, link, cite)),
  );
})}
${matrixOf(spellings, sources, index, link)}
${tableOf(
  id('timeline'),
  TIMELINE.title,
  TIMELINE.caption,
  ['Day', 'Draft', 'Sources'],
  timeline.map((it) => dayOf(it, link, cite)),
)}
${tableOf(
  id('sources'),
  SOURCES.title,
  SOURCES.caption,
  ['Number', 'Source', 'Title', 'Published'],
  sources.map(
    (
      it,
      i,
    ) => html`<tr id="${id(`source-${i + 1}`)}"><th scope="row">${i + 1}</th><td>${link(html`${it.id}`, it.at, it.id)}</td><td>${it.title}</td><td>${it.published}</td></tr>
`,
  ),
)}
</section>
`;
}

/** A table under its heading; nothing where it has no rows. It can be scrolled by the keyboard where it is too wide. */
function tableOf(
  id: string,
  title: string,
  caption: string,
  head: readonly string[],
  rows: readonly Html[],
): Html {
  const columns = head.map((it) => html`<th scope="col">${it}</th>`);
  return framed(
    id,
    title,
    caption,
    rows.length === 0,
    html`<thead><tr>${columns}</tr></thead>
<tbody>
${rows}</tbody>`,
  );
}

function framed(id: string, title: string, caption: string, isEmpty: boolean, table: Html): Html {
  if (isEmpty) return html``;
  return html`<h3 id="${id}">${title}</h3>
<div class="frame" role="region" aria-labelledby="${id}" tabindex="0"><table>
${caption === '' ? '' : html`<caption>${caption}</caption>`}
${table}
</table></div>
`;
}

/** Each state has a sign of its own beside its words; the sign is for the eye only. */
const SIGNS = { differs: '≠', checked: '✓✓', 'let stand': '…', agrees: '✓', 'no source': '○' } as const;

function rowOf<P>(
  { text, detail, at, is, state, messages, cited }: SheetRow<P>,
  link: Link<P>,
  cite: Cited<P>,
): Html {
  const said = messages.length === 0 ? '' : html`<ul>${messages.map((it) => html`<li>${it}</li>`)}</ul>`;
  const more = cited.more > 0 ? html` and ${count(cited.more, 'more', 'more')}` : '';
  return html`<tr class="${is.replace(' ', '-')}"><th scope="row">${link(html`${text}`, at, IN_DRAFT)}</th><td>${detail}</td><td><span class="state"><span class="sign" aria-hidden="true">${SIGNS[is]}</span> ${state}</span>${said}</td><td>${joined(cited.shown.map((it) => cite(it)))}${more}</td></tr>
`;
}

/** A source by its number, which leads to its words; who only hears it hears its name as well. */
type Cited<P> = (citation: Citation<P>) => Html;

function citer<P>(sources: readonly CitedSource<P>[], index: number, link: Link<P>): Cited<P> {
  return ({ source, at }) => {
    const id = sources[source - 1]?.id ?? '';
    const number = html`${source}<span class="unseen"> ${id}</span>`;
    const linked = link(number, at, id);
    return linked === number ? html`<a href="#${idOf(index, `source-${source}`)}">${number}</a>` : linked;
  };
}

function joined(items: readonly Html[]): Html {
  return html`${items.map((it, i) => (i === 0 ? it : html`, ${it}`))}`;
}

/** A source that has a column of the matrix. */
interface Column {
  readonly source: number;
  readonly id: string;
}

function matrixOf<P>(
  names: readonly SpelledName<P>[],
  sources: readonly CitedSource<P>[],
  index: number,
  link: Link<P>,
): Html {
  const columns = columnsOf(names).map((source) => ({ source, id: sources[source - 1]?.id ?? '' }));
  const head = columns.map(
    ({ source, id }) =>
      html`<th scope="col"><a href="#${idOf(index, `source-${source}`)}" title="${id}">${source}<span class="unseen"> ${id}</span></a></th>`,
  );
  return framed(
    idOf(index, 'spellings'),
    SPELLINGS.title,
    SPELLINGS.caption,
    names.length === 0,
    html`<thead><tr><th scope="col">Name</th><th scope="col">Spelling</th><th scope="col">Draft</th>${head}<th scope="col">Sources</th></tr></thead>
${names.map((it) => groupOf(it, columns, link))}`,
  );
}

function groupOf<P>(
  { name, type, spellings }: SpelledName<P>,
  columns: readonly Column[],
  link: Link<P>,
): Html {
  const ways = spellings.length > 1 ? html`<br><strong>${count(spellings.length, 'spelling')}</strong>` : '';
  const head = html`<th scope="rowgroup" rowspan="${spellings.length}">${name}<br><span class="minor">${type}</span>${ways}</th>`;
  return html`<tbody>
${spellings.map(
  (it, i) => html`<tr>${i === 0 ? head : ''}${spellingCells(it, columns, link)}</tr>
`,
)}</tbody>
`;
}

function spellingCells<P>(
  { name, drafted, sources, cells }: SheetSpelling<P>,
  columns: readonly Column[],
  link: Link<P>,
): Html {
  const ours = drafted ? link(html`${drafted.times}`, drafted.at, IN_DRAFT) : '';
  const theirs = columns.map(({ source, id }) => {
    const cell = cells.find((it) => it.source === source);
    return html`<td class="number">${cell ? link(html`${cell.times}`, cell.at, id) : ''}</td>`;
  });
  return html`<th scope="row">${name}</th><td class="number">${ours}</td>${theirs}<td>${countSources(sources)}</td>`;
}

function dayOf<P>(
  { iso, day, distance, drafted, sources, published }: TimelineDay<P>,
  link: Link<P>,
  cite: Cited<P>,
): Html {
  const ours = joined(drafted.map((it) => html`“${link(html`${it.text}`, it.at, IN_DRAFT)}”`));
  const theirs = sources.map((it) => {
    const instead = it.instead === undefined ? '' : html`, where the draft has “${it.instead}”`;
    return html`<li>“${it.text}”, source ${cite(it)}${instead}</li>`;
  });
  const printed =
    published.length === 0
      ? []
      : [html`<li>published: source ${joined(published.map((it) => cite(it)))}</li>`];
  const all = [...theirs, ...printed];
  return html`<tr><th scope="row"><time datetime="${iso}">${day}</time>${distance === '' ? '' : html`<br><span class="minor">${distance}</span>`}</th><td>${ours}</td><td>${all.length === 0 ? '' : html`<ul>${all}</ul>`}</td></tr>
`;
}
