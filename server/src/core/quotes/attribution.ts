/**
 * Who says a quotation: the words that name the speaker, and the cue that says so. News sets both beside the
 * quotation, in a handful of orders: "…" X said; "…" said X; X said: "…"; X told Y that "…"; according to X, "…".
 */

import type { LanguageTools } from '../language-tools.ts';
import type { EntityType, Span } from '../model.ts';
import { remember } from '../remember.ts';
import type { PairedQuote } from './pair.ts';

export interface Attribution {
  readonly speaker: Span | undefined;
  readonly cue: Span | undefined;
  /** The quotation goes on from the one before it, whose cue stands between the two. */
  readonly continues: boolean;
}

/** A paragraph as far as attribution needs it; all offsets in it. */
interface Passage {
  readonly text: string;
  readonly sentences: readonly Span[];
  /** In reading order. */
  readonly names: readonly LocalName[];
  readonly nounPhraseAtEnd: LanguageTools['nounPhraseAtEnd'];
}

interface QuotedPassage extends Passage {
  /** In reading order; those that the text has. */
  readonly quotes: readonly PairedQuote[];
}

/** A name in the paragraph; offsets in it. */
interface LocalName extends Span {
  readonly type: EntityType;
}

const VERBS =
  `said says say saying told tells tell telling added adds adding wrote writes writing called calls calling
  recalled recalls asked asks asking continued continues described describes describing concluded concludes noted notes noting
  reported reports reporting replied replies argued argues arguing explained explains explaining tweeted tweets tweeting posted
  read reads stated states stating admitted admits admitting remarked remarking declared declares declaring assured
  promised promises shouted shouting complained complains complaining responded responds warned warns warning joked
  joking insisted insists insisting claimed claims claiming announced announces announcing acknowledged acknowledges
  suggested suggests suggesting urged urges urging vowed vows vowing pledged pledges demanded demands demanding praised
  praises praising denounced denounces condemned condemns condemning accused accuses accusing criticized criticised
  dismissed dismissing blasted slammed lamented laments quipped mused observed observes commented comments countered
  retorted repeated repeats reiterated reiterates stressed stresses stressing emphasized emphasizes emphasised testified
  testifies conceded concedes cautioned cautions predicted predicts believed believes thinks thought feels felt hoped
  boasted bragged pleaded yelled screamed whispered muttered cried exclaimed chanted sang recounted relayed revealed
  reveals confirmed confirms denied denies offered opined proclaimed referred referring advised advises alleged alleges
  summed put puts labeled labelled dubbed likened hailed deemed quoted quotes cited cites`
    .split(/\s+/)
    .filter((it) => it !== '');
const VERB = new RegExp(String.raw`(?<![\p{L}\p{M}'’-])(?:${VERBS.join('|')})(?![\p{L}\p{M}-])`, 'giu');

const PRONOUN = /(?<![\p{L}\p{M}'’-])(?:he|she|they|i|we|it|who|which)(?![\p{L}\p{M}'’-])/giu;
/** Common nouns that speak, with what stands before them. */
const NOMINAL =
  /(?<![\p{L}\p{M}'’-])(?:(?:the|a|an|his|her|their|its|our|one|another|some|many|several|two|three|senior|local|state|federal|former|other|these|those|both)\s+)?(?:[\p{Ll}][\p{L}'’-]*\s+|\p{Lu}[\p{L}.'’-]*\s+){0,3}(?:officials?|spokes(?:man|woman|person|people|men|women)|statements?|reports?|sources?|police|authorities|prosecutors?|lawyers?|attorneys?|aides?|advisers?|advisors?|campaigns?|governments?|ministry|ministers?|president|senators?|lawmakers?|experts?|analysts?|critics?|supporters?|witness(?:es)?|residents?|judge|court|justices?|documents?|letter|memo|email|tweet|post|complaint|lawsuit|filing|indictment|affidavit|ruling|opinion|agency|department|company|group|union|committee|commission|panel|bank|firm|newspaper|paper|article|editorial|organi[sz]ation|organi[sz]ers?|activists?|protesters?|demonstrators?|doctors?|researchers?|scientists?|authors?|professors?|leaders?|investigators?|detectives?|officers?|sheriff|mayor|governor|secretary|director|chairman|chairwoman|chief|commander|general|coach|manager|players?|owner|executives?|candidates?|voters?|man|woman|men|women|mother|father|son|daughter|brother|sister|wife|husband|friends?|colleagues?|neighbou?rs?|student|teacher|family|person|people|reporter|driver|survivor|victim|nominee|congressman|congresswoman|representative|billionaire|businessman|politician|diplomat|ambassador|envoy|pastor|priest|pope|king|queen|actor|actress|singer|writer|historian|economist|strategist|pollster|consultant|operative|republicans?|democrats?)(?![\p{L}\p{M}-])/gu;

const ACCORDING = /\baccording to\b/gi;
/** What parts a subject from the verb of another clause. */
const CLAUSE =
  /[;:—–()]|,\s+(?:and|but|while|as|when|after|before|because|which|who|where|although|though)\b/;

/** How far from the quotation a cue is looked for, in UTF-16 code units. */
const REACH = 220;

/** Attributes the quotations of one paragraph; one answer for each, in order. */
export const attribute = remember(
  attributeAll,
  ({ text, names }) => `${names.map(({ start, end, type }) => `${start}-${end}${type} `).join('')}${text}`,
  1_000,
);

function attributeAll(passage: QuotedPassage): readonly (Attribution | undefined)[] {
  const { text, quotes } = passage;
  const found: (Attribution | undefined)[] = [];
  for (const [i, quote] of quotes.entries()) {
    const before = gapBefore(text, quotes, i);
    const after = gapAfter(text, quotes, i);
    const previous = found[i - 1];
    const own =
      cueAfter(passage, quote, after) ?? cueBefore(passage, before) ?? looseCueAfter(passage, after);
    const continues = previous?.speaker !== undefined && isSplitGap(text, before, quote);
    if (continues) found.push({ ...(cueAfter(passage, quote, after) ?? previous), continues });
    // Further words in the same breath are the same speaker's.
    else found.push(own ?? (previous?.speaker ? { ...previous, continues: false } : undefined));
  }
  return found;
}

/** A paragraph that is nothing but quotation is said by whoever spoke in the paragraph before it. */
export function carriesOver(text: string, quotes: readonly PairedQuote[]): boolean {
  const quoted = quotes.reduce((sum, { span }) => sum + span.end - span.start, 0);
  return quoted >= text.trim().length * 0.8;
}

function gapBefore(text: string, quotes: readonly PairedQuote[], i: number): Span {
  const end = quotes[i]?.span.start ?? text.length;
  return { start: Math.max(quotes[i - 1]?.span.end ?? 0, end - REACH), end };
}

function gapAfter(text: string, quotes: readonly PairedQuote[], i: number): Span {
  const start = quotes[i]?.span.end ?? 0;
  return { start, end: Math.min(quotes[i + 1]?.span.start ?? text.length, start + REACH) };
}

/** `," she said, "`: a short gap that ends in a comma, or a cue with its stop before words that go on. */
function isSplitGap(text: string, gap: Span, { words }: PairedQuote): boolean {
  const between = text.slice(gap.start, gap.end);
  if (between.length > 120 || between.split(/\s+/).length > 16) return false;
  const goesOn = /[,—–]\s*$/.test(between);
  const newSentence = /[.]\s*$/.test(between) && /^\p{Lu}/u.test(text.slice(words.start, words.start + 1));
  return (goesOn || newSentence) && new RegExp(VERB.source, 'iu').test(between);
}

/** `"…," X said` and `"…," said X`: the cue right behind the closing mark. */
function cueAfter(passage: Passage, { words }: PairedQuote, gap: Span): Attribution | undefined {
  const { text } = passage;
  const rest = text.slice(gap.start, gap.end);
  const endsOpen = /[,!?—–-]\s*$/.test(text.slice(words.start, words.end)) || /^\s*[,—–-]/.test(rest);
  if (!endsOpen) return undefined;
  const sentence = firstSentence(passage, gap);
  const [verb] = cues(text, sentence);
  if (!verb) return accordingTo(passage, sentence);
  const lead = text.slice(sentence.start, verb.start);
  if (/^[\s,—–-]*$/.test(lead)) {
    const speaker = nearestAfter(passage, { start: verb.end, end: sentence.end });
    return speaker && { speaker, cue: verb, continues: false };
  }
  const speaker = subjectBefore(passage, { start: sentence.start, end: verb.start });
  if (speaker) return { speaker, cue: verb, continues: false };
  const inverted = nearestAfter(passage, { start: verb.end, end: sentence.end });
  return inverted && { speaker: inverted, cue: verb, continues: false };
}

/** `X said: "…"`, `X told Y that "…"`, `X called it "…"`: the cue before the opening mark, in the same sentence. */
function cueBefore(passage: Passage, gap: Span): Attribution | undefined {
  const { text } = passage;
  const sentence = lastSentence(passage, gap);
  const according = accordingTo(passage, sentence);
  const verb = cues(text, sentence).at(-1);
  if (!verb) return according;
  const speaker = subjectBefore(passage, { start: sentence.start, end: verb.start });
  if (speaker) return { speaker, cue: verb, continues: false };
  const colon = /:\s*$/.test(text.slice(sentence.start, sentence.end));
  const inverted = colon ? nearestAfter(passage, { start: verb.end, end: sentence.end }) : undefined;
  return inverted ? { speaker: inverted, cue: verb, continues: false } : according;
}

/** `"…" of something, X said`: a cue later in the sentence. */
function looseCueAfter(passage: Passage, gap: Span): Attribution | undefined {
  const { text } = passage;
  const sentence = firstSentence(passage, gap);
  const verb = cues(text, sentence).at(-1);
  if (!verb) return accordingTo(passage, sentence);
  const speaker = subjectBefore(passage, { start: sentence.start, end: verb.start });
  if (speaker) return { speaker, cue: verb, continues: false };
  const inverted = nearestAfter(passage, { start: verb.end, end: sentence.end });
  return inverted && { speaker: inverted, cue: verb, continues: false };
}

function accordingTo(passage: Passage, sentence: Span): Attribution | undefined {
  const { text } = passage;
  ACCORDING.lastIndex = 0;
  const match = ACCORDING.exec(text.slice(sentence.start, sentence.end));
  if (!match) return undefined;
  const cue = { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length };
  const speaker = nearestAfter(passage, { start: cue.end, end: sentence.end });
  return speaker && { speaker, cue, continues: false };
}

function cues(text: string, { start, end }: Span): Span[] {
  return matches(VERB, text, { start, end });
}

function matches(pattern: RegExp, text: string, { start, end }: Span): Span[] {
  return Array.from(text.slice(start, end).matchAll(pattern), (match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

/** All that can speak in a stretch of text, in order; names go before the nouns and pronouns they contain. */
function speakersIn({ text, names }: Passage, within: Span): Span[] {
  const named = names.filter((it) => it.start >= within.start && it.end <= within.end);
  const others = [...matches(PRONOUN, text, within), ...matches(NOMINAL, text, within)].filter(
    (it) => !named.some((name) => name.start < it.end && it.start < name.end),
  );
  return [...named, ...others].sort((a, b) => a.start - b.start);
}

/** Between a subject and its verb there are a few small words at the most: "Lee also said", "Cuban (right) has said". */
const RIGHT_BEFORE_VERB =
  /^\s+(?:\([^()]{1,30}\)\s+)?(?:(?:has|have|had|is|was|also|then|later|once|often|who|that)\s+|\p{Ll}+ly\s+){0,3}$/u;
/** A word with a capital right before the verb that no list knows as a name. */
const STRANGER = /(?<![\p{L}\p{M}.'’-])\p{Lu}[\p{L}\p{M}'’-]+(?=\s+$)/u;
const NO_STRANGER =
  /^(?:The|A|An|This|That|These|Those|It|And|But|As|When|While|What|Which|Who|How|Why|If|In|On|At|By|Not|Then|There)$/;

/** The subject of a verb: what stands right before it, else the first one that can speak in its clause. */
function subjectBefore(passage: Passage, before: Span): Span | undefined {
  const { text } = passage;
  const candidates = speakersIn(passage, before);
  const last = candidates.at(-1);
  if (
    last &&
    RIGHT_BEFORE_VERB.test(text.slice(last.end, before.end)) &&
    !isAfterPreposition(text, last.start)
  )
    return last;
  const stranger = STRANGER.exec(text.slice(before.start, before.end));
  if (stranger && !NO_STRANGER.test(stranger[0])) {
    const start = before.start + stranger.index;
    return { start, end: start + stranger[0].length };
  }
  const phrase = last ? undefined : nounPhraseBefore(passage, before);
  if (phrase) return phrase;
  // A name in an apposition or after a preposition is not the subject: take the first of the clause.
  const clause = clauseStart(text, before);
  const inClause = candidates.filter((it) => it.start >= clause);
  const subjects = (inClause.length > 0 ? inClause : candidates).filter(
    (it) => !isAfterPreposition(text, it.start),
  );
  return subjects.at(inClause.length > 0 ? 0 : -1) ?? last;
}

/** A common noun that no list has: "the board", "a familiar voice". */
function nounPhraseBefore({ text, nounPhraseAtEnd }: Passage, { start, end }: Span): Span | undefined {
  const clause = text
    .slice(start, end)
    .replace(/\s+(?:(?:has|have|had|is|was|also|then|later)\s+|\p{Ll}+ly\s+)*$/u, '');
  const phrase = clause.trim() === '' ? undefined : nounPhraseAtEnd(clause);
  return phrase && { start: start + phrase.start, end: start + phrase.end };
}

function clauseStart(text: string, { start, end }: Span): number {
  const stretch = text.slice(start, end);
  let from = 0;
  for (let rest = stretch; ; ) {
    const match = CLAUSE.exec(rest);
    if (!match || match[0].length === 0) break;
    from += match.index + match[0].length;
    rest = stretch.slice(from);
  }
  return start + from;
}

function isAfterPreposition(text: string, at: number): boolean {
  return /\b(?:of|in|on|at|to|for|from|with|by|against|about|near|between|under|over|into)\s+(?:the\s+)?$/i.test(
    text.slice(Math.max(0, at - 16), at),
  );
}

function nearestAfter(passage: Passage, within: Span): Span | undefined {
  return speakersIn(passage, within)[0];
}

/** From the start of a gap to the end of the sentence that it begins in. */
function firstSentence({ sentences }: Passage, { start, end }: Span): Span {
  const first = sentences.find((it) => it.end > start + 1);
  return { start, end: Math.min(end, first?.end ?? end) };
}

/** The sentence that goes on into the quotation at the end of a gap. */
function lastSentence({ sentences }: Passage, { start, end }: Span): Span {
  const last = sentences.findLast((it) => it.start <= end);
  return { start: Math.max(start, last?.start ?? start), end };
}
