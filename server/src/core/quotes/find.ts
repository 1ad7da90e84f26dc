/** The quotations of a text: paired marks, joined where a quotation runs on over paragraphs or is split by its cue. */

import type { LanguageTools } from '../language-tools.ts';
import type { NameMention, QuoteMention, Span } from '../model.ts';
import type { Paragraph } from '../text/paragraphs.ts';
import { type Attribution, attribute, carriesOver, leadsIn } from './attribution.ts';
import type { PairedQuote } from './pair.ts';

/** A paragraph with what was read from its text alone, and its names; offsets of the quotations in the paragraph. */
export interface QuotedParagraph {
  readonly paragraph: Paragraph;
  readonly quotes: readonly PairedQuote[];
  /** Offsets in the paragraph. */
  readonly sentences: readonly Span[];
  /** The names that stand in the paragraph, in reading order; offsets in the text. */
  readonly names: readonly NameMention[];
}

/** Finds the quotations of a text, from its paragraphs in reading order. */
export function findQuotes(
  paragraphs: readonly QuotedParagraph[],
  nounPhraseAtEnd: LanguageTools['nounPhraseAtEnd'],
): QuoteMention[] {
  const found: QuoteMention[] = [];
  const isDoubleQuoted = usesDoubleMarks(paragraphs);
  let utterance = -1;
  /** The quotation that the last paragraph left open, if it did. */
  let running: QuoteMention | undefined;
  let lastSpeaker: Attribution | undefined;
  for (const [index, { paragraph, quotes, sentences, names }] of paragraphs.entries()) {
    const base = paragraph.start;
    const local = names.map(({ span, type }) => ({ start: span.start - base, end: span.end - base, type }));
    const attributions = attribute({
      text: paragraph.text,
      sentences,
      names: local,
      quotes,
      nounPhraseAtEnd,
    });
    for (const [i, quote] of quotes.entries()) {
      const isContinued = i === 0 && running !== undefined && quote.span.start === 0;
      const own = attributions[i];
      if (isTitle(paragraph.text, quote, own)) continue;
      if (isApostrophe(quote, paragraphs[index + 1])) continue;
      if (quote.family === 'single' && isDoubleQuoted && !own) continue;
      const isSplit = own?.continues === true && i > 0;
      if (!isContinued && !isSplit) utterance++;
      const carried =
        isContinued || (i === 0 && quote.span.start === 0 && carriesOver(paragraph.text, quotes))
          ? lastSpeaker
          : undefined;
      const speaker = own?.speaker
        ? { speaker: shift(own.speaker, base), cue: own.cue && shift(own.cue, base) }
        : carried;
      const mention: QuoteMention = {
        kind: 'quote',
        span: shift(quote.span, base),
        text: paragraph.text.slice(quote.span.start, quote.span.end),
        words: shift(quote.words, base),
        end: endOf(quote, paragraphs[index + 1]),
        speaker: speaker?.speaker,
        cue: speaker?.cue,
        utterance,
      };
      found.push(mention);
      if (speaker) lastSpeaker = { ...speaker, continues: false };
    }
    const last = found.at(-1);
    running = quotes.length > 0 && last?.end === 'continued' ? last : undefined;
    if (quotes.length === 0) {
      const lead = leadsIn({ text: paragraph.text, sentences, names: local, nounPhraseAtEnd });
      lastSpeaker = lead && {
        speaker: lead.speaker && shift(lead.speaker, base),
        cue: lead.cue && shift(lead.cue, base),
        continues: false,
      };
    }
  }
  return found;
}

/** Whether speech stands in double marks: then words in single ones are scare quotes and titles, unless attributed. */
function usesDoubleMarks(paragraphs: readonly QuotedParagraph[]): boolean {
  const families = paragraphs.flatMap(({ quotes }) => quotes.map((it) => it.family));
  return families.filter((it) => it === 'double').length >= families.filter((it) => it === 'single').length;
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
function isApostrophe({ family, isClosed, isSure }: PairedQuote, next: QuotedParagraph | undefined): boolean {
  if (family !== 'single' || isClosed || isSure) return false;
  const [first] = next?.quotes ?? [];
  return !(first?.family === 'single' && first.span.start === 0);
}

/** A quotation that is open at the end of its paragraph runs on where the next paragraph opens with the same mark. */
function endOf({ isClosed, family }: PairedQuote, next: QuotedParagraph | undefined): QuoteMention['end'] {
  if (isClosed) return 'closed';
  const [first] = next?.quotes ?? [];
  return first && first.span.start === 0 && first.family === family ? 'continued' : 'missing';
}

function shift({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
