/**
 * The quotation marks of one paragraph: which signs can open a quotation, which can close one, and which are
 * apostrophes. A pure function of the paragraph's text; who closes whom is settled by `pair.ts`.
 */

export type MarkFamily = 'double' | 'single' | 'guillemet' | 'corner';

export interface QuoteMark {
  /** Offset in the paragraph. */
  readonly at: number;
  /** 2 for the wire marks `` and ''. */
  readonly length: number;
  readonly family: MarkFamily;
  readonly opens: boolean;
  readonly closes: boolean;
  /** Straight marks and the closing single mark look the same in several roles: these are only possible. */
  readonly isSure: boolean;
}

const SIGNS = /``|''|["“”„‟«»‹›「」『』'‘’‚‛`]/g;

/** Words that begin with an apostrophe, and cut years: `’90s`, `’tis`, `rock ’n’ roll`. */
const ELISION =
  /^['’‘](?:\d0s\b|\d\d\b|tis\b|twas\b|twere\b|em\b|cause\b|n['’]|til\b|bout\b|round\b|cos\b|cuz\b|s\b)/i;

export function findMarks(text: string): QuoteMark[] {
  const marks: QuoteMark[] = [];
  let doubles = 0;
  SIGNS.lastIndex = 0;
  for (let match = SIGNS.exec(text); match; match = SIGNS.exec(text)) {
    const mark = readMark(text, match[0], match.index, doubles % 2 === 1);
    if (mark) marks.push(mark);
    if (/["“”]/.test(match[0])) doubles++;
  }
  return marks;
}

function readMark(text: string, sign: string, at: number, isInside: boolean): QuoteMark | undefined {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + sign.length);
  const make = (
    family: MarkFamily,
    opens: boolean,
    closes: boolean,
    isSure: boolean,
  ): QuoteMark | undefined =>
    opens || closes ? { at, length: sign.length, family, opens, closes, isSure } : undefined;
  const mayOpen = canOpen(before, after);
  const mayClose = canClose(before, after);
  const isSpaced = /\s/.test(before) && /^\s?$/.test(after);
  switch (sign) {
    case '“':
      // German sets it at the end of what „ opens; pairing knows.
      return make('double', true, mayClose && !mayOpen, !mayClose || mayOpen);
    case '„':
    case '‟':
    case '``':
      return make('double', true, false, true);
    case '”':
    case "''":
      return make('double', mayOpen && !mayClose, true, mayClose || !mayOpen);
    case '"':
      // Feet and inches: 5'10", 6". "The class of 1999" closes, where a mark opens before it.
      if (/\d/.test(before) && !/\p{L}/u.test(after) && !isInside) return undefined;
      // A mark between two spaces can only end what is open.
      return make('double', mayOpen, mayClose || closesBadlySet(text, at) || (isInside && isSpaced), false);
    case '«':
    case '‹':
      return make('guillemet', true, false, true);
    case '»':
    case '›':
      return make('guillemet', false, true, true);
    case '「':
    case '『':
      return make('corner', true, false, true);
    case '」':
    case '』':
      return make('corner', false, true, true);
    case '‘':
    case '‚':
    case '‛':
      return ELISION.test(text.slice(at, at + 8)) ? undefined : make('single', mayOpen, false, true);
    case '`':
      return make('single', mayOpen, false, true);
    default:
      return readApostrophe(text, at, before, after, make);
  }
}

type Make = (family: MarkFamily, opens: boolean, closes: boolean, isSure: boolean) => QuoteMark | undefined;

/** `'` and `’`: between letters an apostrophe, at the start of a word an opening mark, at its end who knows. */
function readApostrophe(
  text: string,
  at: number,
  before: string,
  after: string,
  make: Make,
): QuoteMark | undefined {
  if (isWordCharacter(before) && isWordCharacter(after)) return undefined;
  if (canOpen(before, after)) {
    const isStraight = text.charAt(at) === "'";
    return isStraight && !ELISION.test(text.slice(at, at + 8))
      ? make('single', true, false, false)
      : undefined;
  }
  if (!canClose(before, after))
    return closesBadlySet(text, at) && /[.,!?…]\s$/.test(text.slice(Math.max(0, at - 2), at))
      ? make('single', false, true, true)
      : undefined;
  // Punctuation before it, or after it, makes a closing mark; a bare s' or a dropped letter (runnin') may be none.
  const isSure = /[.,!?…;:—–]/.test(before) || !/[sSnxz]/.test(before);
  return make('single', false, true, isSure);
}

/** A mark opens at the start of a word that nothing precedes but space, a bracket, a dash or another mark. */
function canOpen(before: string, after: string): boolean {
  return (
    (before === '' || /[\s([{—–\-/"“‘'«:…]/.test(before)) && after !== '' && !/[\s,;:!?)\]}]/.test(after)
  );
}

/** A mark closes at the end of a word or a sentence. */
function canClose(before: string, after: string): boolean {
  return before !== '' && !/[\s([{]/.test(before) && (after === '' || !isWordCharacter(after));
}

/** Closing marks that are set with a space before them (`!' "`) or none behind them (`,"he said`). */
function closesBadlySet(text: string, at: number): boolean {
  const after = text.charAt(at + 1);
  if (/[,.!?]/.test(text.charAt(at - 1))) return true;
  return (
    (after === '' || /[\s,.;]/.test(after)) && /[.,!?…'’”]\s{1,2}$/.test(text.slice(Math.max(0, at - 3), at))
  );
}

function isWordCharacter(character: string): boolean {
  return character !== '' && /[\p{L}\p{N}\p{M}]/u.test(character);
}
