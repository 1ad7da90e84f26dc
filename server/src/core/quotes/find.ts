/** The quotations of a text: paired marks, joined where a quotation runs on over paragraphs or is split by its cue. */

import type { LanguageTools } from '../language-tools.ts';
import type { NameMention, QuoteMention, Span } from '../model.ts';
import { type Row, rowInSteps } from '../recall.ts';
import type { Steps } from '../steps.ts';
import type { Paragraph } from '../text/paragraphs.ts';
import { type Attribution, attribute, carriesOver, leadsIn } from './attribution.ts';
import type { PairedQuote } from './pair.ts';
import { readSpeech } from './speech.ts';

/** A paragraph with what was read from its text alone, offsets in it, and the names that stand in it. */
export interface QuotedParagraph {
  readonly paragraph: Paragraph;
  readonly quotes: readonly PairedQuote[];
  readonly sentences: readonly Span[];
  /** In reading order. */
  readonly names: readonly NameMention[];
}

/** What one paragraph leaves to the next. */
interface Handover {
  /** Its last quotation is open. */
  readonly isRunning: boolean;
  readonly speaker: Speaker | undefined;
}

/** Who speaks, and the words that say so, in the text. */
interface Speaker {
  readonly speaker: Span | undefined;
  readonly cue: Span | undefined;
}

/** The quotations of a paragraph, and what it leaves to the next one. */
export interface FoundQuotes extends Handover {
  readonly quotes: readonly QuoteMention[];
}

/**
 * Finds the quotations of each of a text's paragraphs, in reading order, a paragraph a step. Those of a paragraph are the
 * same as in an earlier reading where everything that they were found by is.
 */
export function* findQuotes(
  paragraphs: readonly QuotedParagraph[],
  nounPhraseAtEnd: LanguageTools['nounPhraseAtEnd'],
  previous?: Row<FoundQuotes>,
): Steps<Row<FoundQuotes>> {
  const isDoubleQuoted = usesDoubleMarks(paragraphs);
  const nothing: Handover = { isRunning: false, speaker: undefined };
  return yield* rowInSteps(
    {
      wholes: [isDoubleQuoted, nounPhraseAtEnd],
      lists: [paragraphs, paragraphs.map((_, index) => paragraphs[index + 1]?.quotes[0])],
      make: ([it, next], last) => findInParagraph(it, next, isDoubleQuoted, last ?? nothing, nounPhraseAtEnd),
      leavesSame: (a, b) => a?.isRunning === b?.isRunning && a?.speaker === b?.speaker,
    },
    previous,
  );
}

function findInParagraph(
  { paragraph, quotes: paired, sentences, names }: QuotedParagraph,
  /** The first quotation of the next paragraph. */
  next: PairedQuote | undefined,
  isDoubleQuoted: boolean,
  before: Handover,
  nounPhraseAtEnd: LanguageTools['nounPhraseAtEnd'],
): FoundQuotes {
  const { text, start: base } = paragraph;
  const local = names.map(({ span, type }) => ({ start: span.start - base, end: span.end - base, type }));
  // Ronald “Bato” dela Rosa.
  const quotes = paired.filter(({ span }) => !local.some((it) => it.start < span.start && span.end < it.end));
  const inText = ({ speaker, cue }: Attribution): Speaker => ({
    speaker: speaker && paragraph.at(speaker.start, speaker.end),
    cue: cue && paragraph.at(cue.start, cue.end),
  });
  if (quotes.length === 0) {
    const isLead = text.trimEnd().endsWith(':');
    const read = { text, sentences, names: local, nounPhraseAtEnd };
    const lead = isLead ? leadsIn({ ...read, speech: readSpeech(text) }) : undefined;
    return { quotes: [], isRunning: false, speaker: lead && inText(lead) };
  }
  const speech = readSpeech(text);
  const ask = atMost(MOST_ASKED, nounPhraseAtEnd);
  const attributions = attribute({ text, sentences, names: local, quotes, speech, nounPhraseAtEnd: ask });
  const found: QuoteMention[] = [];
  let lastSpeaker = before.speaker;
  for (const [i, quote] of quotes.entries()) {
    const isContinued = i === 0 && before.isRunning && quote.span.start === 0;
    const own = attributions[i];
    if (isTitle(text, quote, own)) continue;
    if (isApostrophe(quote, next)) continue;
    if (quote.family === 'single' && isDoubleQuoted && !own) continue;
    const isCarried = isContinued || (i === 0 && quote.span.start === 0 && carriesOver(text, quotes));
    const speaker = own?.speaker ? inText(own) : isCarried ? lastSpeaker : undefined;
    found.push({
      kind: 'quote',
      paragraph,
      span: paragraph.at(quote.span.start, quote.span.end),
      text: text.slice(quote.span.start, quote.span.end),
      words: paragraph.at(quote.words.start, quote.words.end),
      end: endOf(quote, next),
      speaker: speaker?.speaker,
      cue: speaker?.cue,
      goesOn: isContinued || (own?.continues === true && i > 0),
    });
    if (speaker) lastSpeaker = speaker;
  }
  return { quotes: found, isRunning: found.at(-1)?.end === 'continued', speaker: lastSpeaker };
}

/** More speakers that nobody knows stand in no paragraph, and looking for each takes its time. */
const MOST_ASKED = 20;

/** Answers so many times. */
function atMost(
  most: number,
  nounPhraseAtEnd: LanguageTools['nounPhraseAtEnd'],
): LanguageTools['nounPhraseAtEnd'] {
  let asked = 0;
  return (clause) => (asked++ < most ? nounPhraseAtEnd(clause) : undefined);
}

/** Whether speech stands in double marks: then words in single ones are scare quotes and titles, unless attributed. */
function usesDoubleMarks(paragraphs: readonly QuotedParagraph[]): boolean {
  let balance = 0;
  for (const { quotes } of paragraphs)
    for (const { family } of quotes) balance += family === 'double' ? 1 : family === 'single' ? -1 : 0;
  return balance >= 0;
}

const WORK =
  /(?:['’]s|\b(?:on|in|of|for|latest|new|first|book|novel|podcast|show|film|movie|song|album|column|programme?|series|memoir|hit|play|musical|sitcom|hosts?|watch(?:ed|ing)?|told|tells|the|its|his|her|their))\s+$/i;
/** What stands behind the title of a work: its year, its kind, or what it is. */
const WORK_BEHIND =
  /^(?:\s*\((?:19|20)\d\d\)|\s+(?:show|film|movie|series|song|album|podcast|initiative|broadcast|programme?|document|movement|program)\b|\s+(?:an?|the|his|her|their)\s+[^.,;:]{0,40}\b(?:series|book|novel|film|movie|show|memoir|play|album|song)\b)/;
/** Words that give what follows as the wording of something: it can be held against a source. */
const WORDED = /\b(?:titled|entitled|slogan,?|chants?(?:\s+of)?|chanting|known\s+as|motto,?|headlined?)\s+$/i;

/** A title of a work, a show or a campaign: closed, short, its longer words with capitals, and nobody's words. */
function isTitle(
  text: string,
  { span, words, isClosed }: PairedQuote,
  attribution: Attribution | undefined,
): boolean {
  if (!isClosed) return false;
  const behind = text.slice(span.end, span.end + 70);
  if (!attribution && /^\s*\((?:19|20)\d\d\)/.test(behind)) return true;
  const title = text.slice(words.start, words.end).match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? [];
  if (title.length > 9 || !title.every((it) => it.length < 4 || /^[\p{Lu}\p{N}]/u.test(it))) return false;
  // Where no verb says that somebody speaks, two long words with capitals are a headline's; "No" is an answer.
  const isAttributed =
    attribution?.cue !== undefined ||
    (attribution !== undefined && title.filter((it) => it.length >= 4).length < 2);
  const before = text.slice(Math.max(0, span.start - 24), span.start);
  if (WORDED.test(before)) return false;
  return !isAttributed || (title.length > 1 && (WORK.test(before) || WORK_BEHIND.test(behind)));
}

/** A single mark that nothing closes opens a quotation only if the next paragraph opens with it again. */
function isApostrophe({ family, isClosed, isSure }: PairedQuote, next: PairedQuote | undefined): boolean {
  if (family !== 'single' || isClosed || isSure) return false;
  return !(next?.family === 'single' && next.span.start === 0);
}

/** A quotation that is open at the end of its paragraph runs on where the next paragraph opens with the same mark. */
function endOf({ isClosed, family }: PairedQuote, next: PairedQuote | undefined): QuoteMention['end'] {
  if (isClosed) return 'closed';
  return next && next.span.start === 0 && next.family === family ? 'continued' : 'missing';
}

/** The quotations of a text by what is said in one go: the parts of a split or running one together, in reading order. */
export function utterancesOf(
  quotes: readonly QuoteMention[],
): [first: QuoteMention, ...rest: QuoteMention[]][] {
  const utterances: [QuoteMention, ...QuoteMention[]][] = [];
  for (const quote of quotes) {
    const last = utterances.at(-1);
    if (quote.goesOn && last) last.push(quote);
    else utterances.push([quote]);
  }
  return utterances;
}
