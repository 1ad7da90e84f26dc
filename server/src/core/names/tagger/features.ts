/**
 * Features of one candidate word, as hashes: first what its paragraph says, then what the document says. Templates
 * are numbers; a number is never reused, since the weights of the model file are found by it.
 */

import { capitalSeen, contextsSeen, lowerSeen } from './evidence.ts';
import { FAMILY, GIVEN, Listed } from './gazetteer.ts';
import { mix, mix2 } from './hash.ts';
import { type Lexeme, Sort } from './lexicon.ts';
import { isTitled, type NameParagraph } from './paragraph.ts';
import { Word } from './word-classes.ts';

/** More than any word has. */
export const MOST_FEATURES = 192;

/** Stands for the word before the first and after the last of a sentence. */
const NOWHERE = -7;

/** Writes the features that depend on the paragraph alone; returns how many. */
export function paragraphFeatures(paragraph: NameParagraph, at: number, out: Int32Array): number {
  const { lexemes, places, casing, opens } = paragraph;
  const start = paragraph.sentenceStart[at] ?? 0;
  const end = paragraph.sentenceEnd[at] ?? 0;
  const it = lexemes[at];
  if (it === undefined) return 0;
  const before = at > start ? lexemes[at - 1] : undefined;
  const before2 = at > start + 1 ? lexemes[at - 2] : undefined;
  const after = at + 1 < end ? lexemes[at + 1] : undefined;
  const after2 = at + 2 < end ? lexemes[at + 2] : undefined;
  const wordBefore = before?.hash ?? NOWHERE;
  const wordBefore2 = before2?.hash ?? NOWHERE;
  const wordAfter = after?.hash ?? NOWHERE;
  const wordAfter2 = after2?.hash ?? NOWHERE;
  const shapeBefore = before?.shape ?? NOWHERE;
  const shapeAfter = after?.shape ?? NOWHERE;
  let n = 0;

  out[n++] = mix(1, it.hash);
  out[n++] = mix(2, wordBefore);
  out[n++] = mix(3, wordAfter);
  out[n++] = mix(4, wordBefore2);
  out[n++] = mix(5, wordAfter2);
  out[n++] = mix(6, it.shape);
  out[n++] = mix(7, shapeBefore);
  out[n++] = mix(8, shapeAfter);
  out[n++] = mix2(9, wordBefore, it.hash);
  out[n++] = mix2(10, it.hash, wordAfter);
  out[n++] = mix2(11, shapeBefore, mix2(0, it.shape, shapeAfter));
  out[n++] = mix2(12, wordBefore, wordBefore2);
  out[n++] = mix2(13, wordAfter, wordAfter2);
  out[n++] = mix2(14, wordBefore, it.shape);
  out[n++] = mix2(15, it.shape, wordAfter);

  if ((it.word & Word.letters) !== 0) {
    out[n++] = mix(16, it.prefix3);
    out[n++] = mix(17, it.suffix3);
    out[n++] = mix(18, it.prefix4);
    out[n++] = mix(19, it.suffix4);
    out[n++] = mix(20, it.suffix2);
    out[n++] = mix(21, it.prefix2);
    if (after !== undefined && isCapital(after)) out[n++] = mix(22, after.suffix3);
    if (before !== undefined && isCapital(before)) out[n++] = mix(23, before.suffix3);
  }

  const setting = (casing[at] ?? 0) * 2 + (opens[at] ?? 0);
  out[n++] = mix2(24, setting, it.shape);
  out[n++] = mix2(25, it.length > 9 ? 9 : it.length, isCapital(it) ? 1 : 0);

  if (
    before !== undefined &&
    (paragraph.runStart[at] === at || isTitled(lexemes[paragraph.runEnd[at] ?? at]))
  ) {
    if ((before.word & Word.honorific) !== 0) out[n++] = mix2(70, 1, it.shape);
    else if ((before.listed & Listed.title) !== 0) out[n++] = mix2(71, isCapital(before) ? 1 : 0, it.shape);
    if (before2 !== undefined && isCapital(before) && isTitle(before2))
      out[n++] = mix2(72, before.shape, it.shape);
    if ((before.word & Word.role) !== 0 && !isCapital(before)) out[n++] = mix2(74, 1, it.shape);
  }
  if (isTitle(it)) out[n++] = mix2(73, it.shape, after !== undefined && isCapital(after) ? 1 : 0);

  const sort = it.sort | ((places[at] ?? 0) << 16);
  const sortBefore = before === undefined ? -1 : before.sort | ((places[at - 1] ?? 0) << 16);
  const sortAfter = after === undefined ? -1 : after.sort | ((places[at + 1] ?? 0) << 16);
  out[n++] = mix(26, sort);
  out[n++] = mix(27, sortBefore);
  out[n++] = mix(28, sortAfter);
  out[n++] = mix2(29, sort, sortBefore);
  out[n++] = mix2(30, sort, sortAfter);
  out[n++] = mix2(31, sort, shapeAfter);
  out[n++] = mix2(32, sort, shapeBefore);
  out[n++] = mix2(33, sort, (opens[at] ?? 0) + 2 * (casing[at] ?? 0));
  out[n++] = mix2(34, sort, wordBefore);
  out[n++] = mix2(35, sort, wordAfter);
  out[n++] = mix2(36, sortBefore, mix2(0, sort, sortAfter));
  for (let rest = sort, bit = 0; rest !== 0; rest >>>= 1, bit++) {
    if ((rest & 1) !== 0) out[n++] = mix(100 + bit, 1);
  }

  const syllables =
    (isSyllabic(before) ? 1 : 0) +
    (isSyllabic(it) ? 2 : 0) +
    (isSyllabic(after) ? 4 : 0) +
    (isSyllabic(after2) ? 8 : 0);
  if (syllables !== 0) {
    out[n++] = mix2(80, syllables, it.shape);
    out[n++] = mix2(81, syllables, sort);
    out[n++] = mix2(82, syllables, wordBefore);
  }

  return runFeatures(paragraph, at, start, end, out, n);
}

/** What the run of capitals around a word says: its length, edges, and the words beside it. */
function runFeatures(
  paragraph: NameParagraph,
  at: number,
  start: number,
  end: number,
  out: Int32Array,
  count: number,
): number {
  const { lexemes } = paragraph;
  let n = count;
  const runStart = paragraph.runStart[at] ?? -1;
  if (runStart < 0) return n;
  const head = paragraph.runHead[at] ?? at;
  const tail = paragraph.runEnd[at] ?? at;
  const first = lexemes[head];
  const last = lexemes[tail];
  if (first === undefined || last === undefined) return n;
  if (head > runStart) out[n++] = mix2(75, at - head, Math.min(3, tail - at));
  const length = Math.min(5, tail - head + 1);
  const position = Math.min(3, at - head) * 4 + Math.min(3, tail - at);
  const left = head > start ? lexemes[head - 1] : undefined;
  const left2 = head > start + 1 ? lexemes[head - 2] : undefined;
  const right = tail + 1 < end ? lexemes[tail + 1] : undefined;
  const right2 = tail + 2 < end ? lexemes[tail + 2] : undefined;
  const wordLeft = left?.hash ?? NOWHERE;
  const wordRight = right?.hash ?? NOWHERE;
  out[n++] = mix2(43, wordLeft, position);
  out[n++] = mix2(44, wordRight, position);
  out[n++] = mix2(45, position, length);
  out[n++] = mix2(46, last.hash, length);
  out[n++] = mix2(47, first.hash, position);
  out[n++] = mix2(48, wordLeft, wordRight);
  out[n++] = mix2(49, last.sort & TAIL_SORTS, position);
  out[n++] = mix2(50, first.sort, position);
  out[n++] = mix2(51, wordLeft, length);
  out[n++] = mix2(52, wordRight, length);
  out[n++] = mix2(53, last.suffix3, position);
  // What stands beside a name in a list is most often of its kind: "Cluj, Craiova and Galați".
  if (left !== undefined && left2 !== undefined && isListing(left) && isCapital(left2)) {
    out[n++] = mix2(84, left2.sort, position);
    out[n++] = mix2(85, left2.suffix3, left.hash);
  }
  if (right !== undefined && right2 !== undefined && isListing(right) && isCapital(right2)) {
    out[n++] = mix2(86, right2.sort, position);
    out[n++] = mix2(87, right2.suffix3, right.hash);
  }
  if (left !== undefined) {
    const honorific = left.folded === '.' ? left2 : left;
    if (honorific !== undefined && (honorific.word & Word.honorific) !== 0) out[n++] = mix2(54, position, 1);
    if ((left.word & Word.role) !== 0) out[n++] = mix2(55, position, 1);
    if ((left.word & Word.acting) !== 0) out[n++] = mix2(62, position, 1);
    if (left2 !== undefined) out[n++] = mix2(59, wordLeft, left2.hash);
  }
  if (right !== undefined) {
    if ((right.word & Word.saying) !== 0) out[n++] = mix2(56, position, 1);
    if ((right.word & Word.acting) !== 0) out[n++] = mix2(63, position, 1);
    if (right.folded === ',' || right.folded === 'is' || right.folded === 'was') {
      const said = saidToBe(paragraph, tail + 2, end);
      if (said !== 0) out[n++] = mix2(64, said, mix2(0, right.hash, position));
    }
    if (right2 !== undefined) {
      if (right.folded === ',' && (right2.word & Word.digits) !== 0 && right2.length === 2)
        out[n++] = mix2(57, position, 1);
      if (right.folded === '(') out[n++] = mix2(58, right2.shape, position);
      // "Moody's Investors Service", "Howe's Brigade": whose name it is may be part of another.
      if (right.folded === "'s") out[n++] = mix2(61, right2.shape, position);
      out[n++] = mix2(60, wordRight, right2.hash);
    }
  }
  return n;
}

/** What is said to follow: "Sanwo-Olu, the popular governor of Lagos" is a person, "Caloi is a maker" a body. */
function saidToBe({ lexemes }: NameParagraph, start: number, end: number): number {
  let said = 0;
  for (let at = start; at < Math.min(start + 7, end); at++) {
    const lexeme = lexemes[at];
    if (lexeme === undefined || (lexeme.word & Word.letters) === 0 || AFTER_NOUNS.has(lexeme.folded)) break;
    const kind = lexeme.word & (Word.role | Word.honorific | Word.body | Word.placeNoun);
    if (kind !== 0) said = kind;
  }
  return said;
}

const AFTER_NOUNS: ReadonlySet<string> = new Set(
  'of in for at on from who that which and or with to by'.split(' '),
);

/**
 * Writes the features that depend on the document; returns how many. `seen` is what the document has seen of the word,
 * `seenBefore` and `seenAfter` of the words beside it; they count only where those are capitalized.
 */
export function documentFeatures(
  paragraph: NameParagraph,
  at: number,
  seen: number,
  seenBefore: number,
  seenAfter: number,
  out: Int32Array,
): number {
  const { lexemes, casing, opens } = paragraph;
  const it = lexemes[at];
  if (it === undefined) return 0;
  const before = at > (paragraph.sentenceStart[at] ?? 0) ? lexemes[at - 1] : undefined;
  const after = at + 1 < (paragraph.sentenceEnd[at] ?? 0) ? lexemes[at + 1] : undefined;
  let n = 0;
  const use =
    lowerSeen(seen) * 4 + capitalSeen(seen) + (casing[at] === 0 ? 0 : 100) + (opens[at] === 0 ? 0 : 200);
  out[n++] = mix2(37, use, it.shape);
  out[n++] = mix2(38, use, it.listed & Listed.common);
  const contexts = contextsSeen(seen);
  out[n++] = mix(39, contexts);
  for (let rest = contexts, bit = 0; rest !== 0; rest >>>= 1, bit++) {
    if ((rest & 1) !== 0) out[n++] = mix(130 + bit, 1);
  }
  const contextsBefore =
    before !== undefined && isCapital(before) ? contextsSeen(seenBefore) & NAME_CONTEXTS : -1;
  const contextsAfter =
    after !== undefined && isCapital(after) ? contextsSeen(seenAfter) & NAME_CONTEXTS : -1;
  out[n++] = mix2(40, contexts & NAME_CONTEXTS, contextsBefore);
  out[n++] = mix2(41, contexts & NAME_CONTEXTS, contextsAfter);
  const isFirst = paragraph.runStart[at] === at;
  const isLast = paragraph.runEnd[at] === at;
  out[n++] = mix2(42, contexts & 0x3f, (isFirst ? 1 : 0) + (isLast ? 2 : 0));
  return n;
}

/** The contexts that tell a person (or not) rather than a use of the word. */
const NAME_CONTEXTS = 0x1ff;
const TAIL_SORTS = Sort.organization | Sort.placeNoun | FAMILY | GIVEN | Listed.common;

function isCapital(lexeme: Lexeme): boolean {
  return (lexeme.word & Word.capital) !== 0;
}

/** A capitalized word of Chinese or Korean syllables that is no English word. */
function isSyllabic(lexeme: Lexeme | undefined): boolean {
  return (
    lexeme !== undefined &&
    (lexeme.word & (Word.syllables | Word.capital)) === (Word.syllables | Word.capital) &&
    (lexeme.listed & (Listed.common | Listed.given0)) === 0
  );
}

function isListing(lexeme: Lexeme): boolean {
  return lexeme.folded === ',' || lexeme.folded === 'and' || lexeme.folded === 'or' || lexeme.folded === '&';
}

function isTitle(lexeme: Lexeme): boolean {
  return (lexeme.word & Word.honorific) !== 0 || (lexeme.listed & Listed.title) !== 0;
}
