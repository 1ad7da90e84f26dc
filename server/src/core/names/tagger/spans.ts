/**
 * Mends names that the labels span or call wrongly where the language leaves no doubt: two names read as one, bodies
 * read as places, and capitalized words that name nobody.
 */

import { isPostNominal } from '../parse.ts';
import { capitalSeen, evidenceKey, lowerSeen } from './evidence.ts';
import { GIVEN, Listed } from './gazetteer.ts';
import { TYPES } from './labels.ts';
import type { Lexeme } from './lexicon.ts';
import { Casing, type NameParagraph, Phrase } from './paragraph.ts';
import type { FoundName } from './spread.ts';
import { Word } from './word-classes.ts';

const PERSON = TYPES.indexOf('person');
const ORGANIZATION = TYPES.indexOf('organization');
const PLACE = TYPES.indexOf('place');

/** Two names of more words than this are not looked for in one. */
const LONGEST_JOINED = 12;

/** The names with those taken apart that are two, and without those that are none. */
export function mendNames(paragraph: NameParagraph, names: readonly FoundName[]): FoundName[] {
  const mended: FoundName[] = [];
  for (const name of names) {
    for (const part of name.first === name.last ? [name] : partsOf(paragraph, name)) {
      const settled = isBody(paragraph, part)
        ? { ...part, type: ORGANIZATION }
        : isApposed(paragraph, part)
          ? { ...part, type: PERSON }
          : part;
      if (!isNobody(paragraph, settled)) mended.push(settled);
    }
  }
  return mended;
}

/** "Iran's Press TV", "Hamas and Islamic Jihad", "U.S.-Russia", "Senate Democrats": what of it is a name. */
function partsOf(paragraph: NameParagraph, name: FoundName): FoundName[] {
  const { first, last, type } = name;
  if (last - first > LONGEST_JOINED) return [name];
  const { lexemes } = paragraph;
  const part = (from: number, to: number, of: number): FoundName => ({
    ...name,
    first: from,
    last: to,
    type: of,
  });
  // "D-Ill.", "R-Ky."
  if (
    last === first + 2 &&
    lexemes[first]?.length === 1 &&
    isHyphen(lexemes[first + 1]) &&
    isState(lexemes[last])
  )
    return [part(last, last, PLACE)];
  if (type === PERSON || isListedWhole(paragraph, first, last)) return [name];
  const kindOf = (from: number, to: number) => kindOfWords(paragraph, from, to);
  // "Talladega Ala."
  if (type === PLACE && isState(lexemes[last]) && kindOf(first, last) === undefined)
    return [part(first, last - 1, PLACE), part(last, last, PLACE)];
  for (let at = first + 1; at < last; at++) {
    const before = kindOf(first, at - 1);
    if (isPossessive(lexemes, at)) {
      const isOwner =
        before === undefined && at === first + 2 && ((lexemes[first]?.listed ?? 0) & GIVEN) !== 0;
      const owner = isOwner ? PERSON : before;
      if (owner !== undefined) return [part(first, at - 1, owner), part(at + 1, last, type)];
    }
    const after = kindOf(at + 1, last);
    if (before === undefined || after !== before) continue;
    if (isHyphen(lexemes[at]) ? before === PLACE : lexemes[at]?.folded === 'and')
      return [part(first, at - 1, before), part(at + 1, last, after)];
  }
  const tail = lexemes[last]?.folded ?? '';
  const rest = MEMBERS.has(tail) || tail === 'gop' ? kindOf(first, last - 1) : undefined;
  if (rest === undefined) return [name];
  return [part(first, last - 1, rest), ...(tail === 'gop' ? [part(last, last, ORGANIZATION)] : [])];
}

function isPossessive(lexemes: readonly Lexeme[], at: number): boolean {
  const folded = lexemes[at]?.folded;
  return folded === "'s" || (folded === "'" && (lexemes[at - 1]?.folded ?? '').endsWith('s'));
}

function isHyphen(lexeme: Lexeme | undefined): boolean {
  return lexeme?.folded === '-';
}

/** Whether a word is an American state as news agencies abbreviate it. */
export function isState(lexeme: Lexeme | undefined): boolean {
  if (lexeme === undefined || (lexeme.word & Word.allCapitals) !== 0) return false;
  return (lexeme.listed & Listed.country) !== 0 && STATES.has(lexeme.folded);
}

const STATES: ReadonlySet<string> = new Set(
  'ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex vt va wash wis wyo'.split(
    ' ',
  ),
);

/** What members of a party are called: "House Republicans", "the Ohio Democrat". */
const MEMBERS: ReadonlySet<string> = new Set('republican republicans democrat democrats dem dems'.split(' '));

/** The type of words that are on the lists, all together, as a place or a body; `undefined` where they are not. */
function kindOfWords(paragraph: NameParagraph, first: number, last: number): number | undefined {
  const { lexemes, places } = paragraph;
  const lexeme = lexemes[first];
  if (lexeme === undefined) return undefined;
  if (first === last) {
    if (lexeme.folded === 'house' || lexeme.folded === 'senate') return ORGANIZATION;
    if ((lexeme.listed & (Listed.country | Listed.city)) !== 0 && (lexeme.listed & Listed.common) === 0)
      return PLACE;
    return (lexeme.listed & Listed.organization) !== 0 ? ORGANIZATION : undefined;
  }
  const code = places[first] ?? 0;
  const whole = (bit: number) => (code & bit) !== 0 && reachesTo(paragraph, first, last, bit << 3);
  if (whole(Phrase.country) || whole(Phrase.city)) return PLACE;
  return whole(Phrase.organization) ? ORGANIZATION : undefined;
}

function reachesTo({ places }: NameParagraph, first: number, last: number, bit: number): boolean {
  for (let at = first + 1; at <= last; at++) if (((places[at] ?? 0) & bit) === 0) return false;
  return ((places[last + 1] ?? 0) & bit) === 0;
}

function isListedWhole(paragraph: NameParagraph, first: number, last: number): boolean {
  return (
    ((paragraph.places[first] ?? 0) & Phrase.several) !== 0 &&
    kindOfWords(paragraph, first, last) !== undefined
  );
}

/** Whether the last word makes a body of the name: "White House", "Mayo Clinic", "Cruise Line". */
function isBody({ lexemes }: NameParagraph, { first, last }: FoundName): boolean {
  if (first === last) return false;
  const end = lexemes[last]?.folded ?? '';
  if (BODIES.has(end)) return true;
  return last === first + 1 && CHAMBERS.has(end) && CHAMBER_OWNERS.has(lexemes[first]?.folded ?? '');
}

const BODIES: ReadonlySet<string> = new Set(
  'hospital clinic university college embassy consulate ministry line lines airlines'.split(' '),
);
const CHAMBERS: ReadonlySet<string> = new Set(['house', 'senate', 'congress']);
const CHAMBER_OWNERS: ReadonlySet<string> = new Set(['white', 'u.s', 'u.s.', 'us', 'state']);

/** The last word of a name that is the bearer's: the honours behind "Ann Hart KC" are not, with two words before them. */
export function lastOfBearer(
  { lexemes, words: { text, starts, ends } }: NameParagraph,
  first: number,
  last: number,
): number {
  let end = last;
  while (
    end > first + 1 &&
    ((lexemes[end]?.word ?? 0) & Word.capital) !== 0 &&
    isPostNominal(text.slice(starts[end], ends[end]))
  )
    end--;
  return end;
}

/** Whether what stands behind a name of several words that no list has makes a person of it: "Torsta Bell, the pensions minister,", "Floella Benn OBE". */
function isApposed(paragraph: NameParagraph, { first, last, type }: FoundName): boolean {
  if (type === PERSON || first === last) return false;
  const { starts, ends, text } = paragraph.words;
  const [start, end] = [starts[first] ?? 0, ends[last] ?? 0];
  const isShort = ((paragraph.lexemes[last]?.word ?? 0) & Word.allCapitals) !== 0;
  if (isShort && HONOURED.test(text.slice(start, end)))
    return kindOfWords(paragraph, first, lastOfBearer(paragraph, first, last)) === undefined;
  if (text.charAt(end) !== ',' || !APPOSED.test(text.slice(end, end + LONGEST_APPOSED))) return false;
  // "At Sun Motors, the chairman of the board": who stands behind the comma is another one.
  if (AFTER_PREPOSITION.test(text.slice(Math.max(0, start - 12), start))) return false;
  return kindOfWords(paragraph, first, last) === undefined;
}

/** Two words and what no club or company ends in. */
const HONOURED = /^\S+ \S.*\s(?:KC|QC|MP|MEP|MSP|MBE|OBE|CBE|[KDG]BE)$/;
const LONGEST_APPOSED = 80;
const APPOSED =
  /^,\s+(?:(?:the|an?|his|her|its|their)\s+)?(?:(?!who\b|which\b|where\b|and\b)[\p{L}.’'-]+\s+){0,4}?(?:minister|(?:vice[ -])?president|premier|chancellor|mayor|senator|governor|secretary|chair(?:man|woman)?|ambassador|councill?or|spokes(?:man|woman|person)|professor|lawyer|prosecutor|historian|economist|analyst|actor|actress|singer|novelist|journalist|activist|teacher|coach|striker)(?:[,.;]|\s+(?:of|for|at|to|who)\s)/u;
const AFTER_PREPOSITION = /\b(?:in|at|from|of|for|to|near|outside|by)\s+(?:the\s+)?$/i;

/** Whether words are capitalized and name nothing that is looked for: "God", "US$", "Islam", "African Americans". */
function isNobody(paragraph: NameParagraph, { first, last, type }: FoundName): boolean {
  const { lexemes, words } = paragraph;
  const end = lexemes[last];
  if (end === undefined) return false;
  if (type === PERSON) return first === last && DEITIES.has(end.folded);
  if (type === PLACE) {
    const next = words.ends[last] ?? 0;
    return words.text[next] === '$' && words.starts[last + 1] === next;
  }
  if (first === last) return FAITHS.has(end.folded) || isAdjective(end);
  const isPeople = (at: number) => ((lexemes[at]?.listed ?? 0) & (Listed.demonym | Listed.common)) !== 0;
  return (
    last === first + 1 &&
    isPeople(first) &&
    (end.listed & Listed.demonym) !== 0 &&
    !isListedWhole(paragraph, first, last)
  );
}

/** "Israeli", "Republican"; a team may be called "Indians". */
function isAdjective({ listed, folded }: Lexeme): boolean {
  const bits = Listed.demonym | Listed.country | Listed.city | Listed.organization;
  return (listed & bits) === Listed.demonym && !folded.endsWith('s');
}

const DEITIES: ReadonlySet<string> = new Set('god allah yahweh jehovah'.split(' '));
const FAITHS: ReadonlySet<string> = new Set(
  'islam christianity judaism hinduism buddhism sikhism catholicism protestantism'.split(' '),
);

/** "Cruise lines were told" where the copy has "cruise" in small letters and never within a sentence as a name. */
export function isPlainOpening(
  { lexemes, casing, opens }: NameParagraph,
  { first, last, type }: FoundName,
  seenOf: (key: number) => number,
): boolean {
  const [lexeme, next] = [lexemes[first], lexemes[first + 1]];
  if (type !== PERSON || first !== last || lexeme === undefined || next === undefined) return false;
  if (opens[first] !== 1 || casing[first] !== Casing.sentence) return false;
  if ((next.word & (Word.lower | Word.saying | Word.acting | Word.small)) !== Word.lower) return false;
  const seen = seenOf(evidenceKey(lexeme));
  return lowerSeen(seen) > 0 && capitalSeen(seen) === 0;
}
