/** The role that a text gives a person right beside the name: "South Korean President", "chairman of the …". */

import type { Entity, NameMention, Span } from '../model.ts';
import { flat, NONE, recall } from '../recall.ts';
import { isCapitalizedAt, isLetterAt } from '../text/words.ts';

/** The nouns that can head a role. Offices and occupations; no office-holder. */
const HEADS = new Set(
  `president vice-president premier minister chancellor secretary secretary-general senator sen representative rep
  congressman congresswoman lawmaker governor gov mayor ambassador envoy diplomat commissioner councillor councilman
  councilwoman councilor speaker whip leader chair chairman chairwoman chairperson co-chair co-chairman chief head director
  deputy general gen admiral adm colonel col major maj captain capt lieutenant lt sergeant sgt commander marshal officer
  inspector detective sheriff constable superintendent judge justice magistrate prosecutor attorney lawyer solicitor
  barrister king queen prince princess emperor empress sultan emir sheikh pope cardinal archbishop bishop rabbi imam
  ayatollah reverend rev pastor priest professor prof lecturer doctor dr scientist researcher economist analyst historian
  strategist adviser advisor aide spokesman spokeswoman spokesperson editor reporter journalist correspondent columnist
  author writer novelist poet actor actress singer musician director producer coach manager captain striker midfielder
  defender goalkeeper quarterback pitcher player founder co-founder ceo executive owner banker entrepreneur activist
  campaigner candidate nominee successor predecessor counterpart resident witness neighbor neighbour father mother brother
  sister son daughter wife husband widow chef architect engineer teacher nurse principal dean curator trustee trader
  treasurer comptroller ombudsman negotiator warlord dictator lord lady baroness dame sir premier member mp msp mep`
    .split(/\s+/)
    .filter((it) => it !== ''),
);

/** Words that stand inside a role before its head, in small letters. */
const INNER = /^(?:of|for|the|and|&|to|on|in|at)$/;
/** What ends a role that follows a name. */
const AFTER_STOP =
  /[,;:.!?()“”"—–]|\s-\s|\b(?:who|which|that|said|says|told|has|had|is|was|were|will|would|and (?:his|her|the))\b/;

const MOST_WORDS_BEFORE = 7;
const LONGEST_BEFORE = 120;
const LONGEST_AFTER = 90;

const isHead = (word: string) => HEADS.has(word.toLowerCase().replace(/[.’']s?$/, ''));

/** The role that ends the text before a name, as offsets in it. */
function roleAtEnd(before: string): Span | undefined {
  const words = lastWords(before, MOST_WORDS_BEFORE);
  const last = words.at(-1);
  if (!last || before.slice(last.end).trim() !== '') return undefined;
  const texts = words.map(({ start, end }) => before.slice(start, end));
  const head = headIndex(texts);
  if (head < 0) return undefined;
  let first = head;
  for (; first > 0; first--) {
    const [word, next] = [words[first - 1], words[first]];
    if (!word || !next || before.slice(word.end, next.start).trim() !== '') break;
    if (!continuesRole(texts[first - 1] ?? '', texts[first] ?? '')) break;
  }
  return { start: words[first]?.start ?? last.start, end: last.end };
}

/** The words at the end of a text, in reading order: letters, and behind the first of a word its stops, apostrophes and hyphens. */
function lastWords(text: string, most: number): Span[] {
  const words: Span[] = [];
  for (let end = text.length; end > 0 && words.length < most; ) {
    let from = end;
    while (from > 0 && (isLetterAt(text, from - 1) || isInner(text.charCodeAt(from - 1)))) from--;
    let start = from;
    while (start < end && !isLetterAt(text, start)) start++;
    if (start < end) words.unshift({ start, end });
    end = Math.min(from, end - 1);
  }
  return words;
}

/** Signs of a word, and marks on its letters. */
function isInner(code: number): boolean {
  return (
    code === 0x2e || code === 0x27 || code === 0x2019 || code === 0x2d || (code >= 0x300 && code < 0x370)
  );
}

/** Where the head of a role stands that ends the words: at their end, or before "of State", "of the House". */
function headIndex(words: readonly string[]): number {
  const last = words.length - 1;
  if (isHead(words[last] ?? '')) return last;
  for (let at = last - 1; at > last - 5; at--) {
    const word = words[at] ?? '';
    if (/^(?:of|for)$/.test(word)) return isHead(words[at - 1] ?? '') ? at - 1 : -1;
    if (!isCapitalizedAt(word, 0) && !/^(?:the|and)$/.test(word)) return -1;
  }
  return -1;
}

/** Whether a word belongs to the role that goes on after it: capitals, nationalities, offices, "national security". */
function continuesRole(word: string, next: string): boolean {
  if (/^(?:The|A|An|His|Her|Its|Their|But|And|When|While|As|After|With|By|In|On|At|For|Said)$/.test(word))
    return false;
  if (isCapitalizedAt(word, 0) && !/’s$|'s$/.test(word)) return true;
  return MODIFIERS.has(word.toLowerCase()) && (isHead(next) || MODIFIERS.has(next.toLowerCase()));
}

const MODIFIERS = new Set(
  `former ex acting interim deputy vice prime foreign finance defence defense interior health education trade energy
  national security presidential parliamentary parliament political science assistant associate senior chief executive
  managing general press attorney first top military army navy police opposition ruling party state federal civil human
  rights supreme court house senate majority minority home economic economy treasury transport culture justice
  environment agriculture labour labor head-elect special`
    .split(/\s+/)
    .filter((it) => it !== ''),
);

/** The role that opens the text after a name ("Zhao Leji, chairman of …"), as offsets in it. */
function roleAtStart(after: string): Span | undefined {
  const opening = /^,\s+(?:the |an? |its |his |her |their )?/.exec(after);
  if (!opening) return undefined;
  const start = opening[0].length;
  const rest = after.slice(start, start + LONGEST_AFTER);
  const stop = AFTER_STOP.exec(rest);
  const role = rest.slice(0, stop ? stop.index : rest.length).trimEnd();
  const words = role.split(/\s+/);
  const head = words.findIndex(isHead);
  // The head stands before any "of …"; "a man with the chairman" is no role.
  const firstInner = words.findIndex((it) => INNER.test(it));
  if (head < 0 || head > 5 || (firstInner >= 0 && firstInner < head)) return undefined;
  return { start, end: start + role.length };
}

/** A role as printed beside a name; the span is one of the text. */
export interface PrintedRole {
  readonly span: Span;
  readonly text: string;
}

const roles = recall<NameMention, readonly PrintedRole[]>();
const rolesOfEntities = recall<Entity, readonly PrintedRole[]>();

/** The roles that a text prints beside the mentions of an entity of it, in reading order. */
export function rolesOf(entity: Entity): readonly PrintedRole[] {
  return rolesOfEntities(entity, NONE, () => flat(entity.mentions.map((it) => roles(it, NONE, roleOf))));
}

/** The role beside one mention, if there is one. */
function roleOf({ span, paragraph }: NameMention): PrintedRole[] {
  const from = span.start - paragraph.start;
  const role = roleBeside(paragraph.text, { start: from, end: from + span.end - span.start });
  if (!role) return [];
  const { start, end } = role;
  return [{ span: paragraph.at(start, end), text: paragraph.text.slice(start, end) }];
}

/** The role right before or behind the name at `span` of a paragraph, as offsets in it. */
function roleBeside(paragraph: string, { start, end }: Span): Span | undefined {
  const from = Math.max(0, start - LONGEST_BEFORE);
  const before = roleAtEnd(paragraph.slice(from, start));
  if (before) return { start: from + before.start, end: from + before.end };
  const after = roleAtStart(paragraph.slice(end, end + LONGEST_AFTER + 12));
  return after && { start: end + after.start, end: end + after.end };
}
