/**
 * Who says a quotation: the words that name the speaker, and the cue that says so. News sets both beside the
 * quotation, in a handful of orders: "…" X said; "…" said X; X said: "…"; X told Y that "…"; according to X, "…".
 */

import type { LanguageTools } from '../language-tools.ts';
import type { EntityType, Span } from '../model.ts';
import { CAPITAL, LETTER, SMALL } from '../text/letters.ts';
import type { PairedQuote } from './pair.ts';
import { NOUNS, type Speech } from './speech.ts';

export interface Attribution {
  readonly speaker: Span | undefined;
  readonly cue: Span | undefined;
  /** The quotation goes on from the one before it, whose cue stands between the two. */
  readonly continues: boolean;
}

/** A paragraph as far as attribution needs it; all offsets in it. */
interface ReadParagraph {
  readonly text: string;
  readonly sentences: readonly Span[];
  /** In reading order. */
  readonly names: readonly LocalName[];
  readonly speech: Speech;
  readonly nounPhraseAtEnd: LanguageTools['nounPhraseAtEnd'];
}

/** A paragraph around a quotation: the same stretches of it are asked for again and again. */
interface Passage extends ReadParagraph {
  /** All that can speak there, in reading order. */
  readonly speakersIn: (within: Span) => readonly Span[];
  /** The verbs of saying that stand there, in reading order. */
  readonly cuesIn: (within: Span) => readonly Span[];
}

interface QuotedPassage extends ReadParagraph {
  /** In reading order; those that the text has. */
  readonly quotes: readonly PairedQuote[];
}

/** A name in the paragraph; offsets in it. */
interface LocalName extends Span {
  readonly type: EntityType;
}

/** With what stands before them. */
const NOMINAL = new RegExp(
  String.raw`(?<![${LETTER}'’-])(?:(?:the|a|an|his|her|their|its|our|one|another|some|many|several|two|three|senior|local|state|federal|former|other|these|those|both)\s+)?(?:[${SMALL}][${LETTER}'’-]*\s+|[${CAPITAL}][${LETTER}.'’-]*\s+){0,3}(?:${NOUNS})(?![${LETTER}-])`,
  'g',
);
/** What makes of a name whom somebody works for: "Warren adviser", "Clinton’s campaign". */
const WHOSE = new RegExp(
  String.raw`^(?:['’]s?)?\s+(?:(?:campaign|chief|senior|top|former|longtime|press|deputy|policy|foreign|legal|national|state)\s+)?(?!statement|report|document|letter|memo|email|tweet|post|ruling|opinion|article|editorial)(?:${NOUNS})(?![${LETTER}-])`,
);

const ACCORDING = /\baccording to\b/gi;
/** What parts a subject from the verb of another clause. */
const CLAUSE =
  /[;:—–()]|,\s+(?:and|but|while|as|when|after|before|because|which|who|where|although|though)\b/;

/** How far from the quotation a cue is looked for, in UTF-16 code units. */
const REACH = 220;

/** Attributes the quotations of one paragraph; one answer for each, in order. */
export function attribute(paragraph: QuotedPassage): readonly (Attribution | undefined)[] {
  const { text, quotes } = paragraph;
  const around = surroundings(paragraph);
  const own = around.map(({ passage, quote, before, after }) => findCue(passage, quote, before, after));
  const found: (Attribution | undefined)[] = [];
  for (const [i, { passage, quote, before, after }] of around.entries()) {
    const previous = found[i - 1];
    if (isSplitGap(passage, before, quotes[i - 1], quote, previous)) {
      const attribution = cueAfter(passage, quote, after) ?? previous;
      const continues =
        !isOther(text, attribution, previous) || !/\.\s*$/.test(text.slice(before.start, before.end));
      found.push(attribution && { ...attribution, continues });
      continue;
    }
    const shared = isSameSentence(text, quote, after, quotes[i + 1]) ? own[i + 1] : undefined;
    // Further words in the same breath are the same speaker's.
    const carried = previous?.speaker
      ? { ...previous, continues: false }
      : saidJustBefore(passage, quote, before);
    found.push(own[i] ?? shared ?? carried);
  }
  return found.map((it) => it && withAntecedent(text, it));
}

/** `Carla Moss, who left in May, said`, `said the baker, who left`: of what "who" says is nothing said. */
function withAntecedent(text: string, it: Attribution): Attribution {
  const { speaker, cue } = it;
  if (!speaker || !cue || text.slice(speaker.start, speaker.end) !== 'who') return it;
  const isBehind = cue.start > speaker.end && !text.slice(speaker.end, cue.start).includes(',');
  const from = Math.max(0, speaker.start - LONGEST_ANTECEDENT);
  const match = isBehind ? undefined : ANTECEDENT.exec(text.slice(from, speaker.start));
  const { phrase } = match?.groups ?? {};
  if (!match || phrase === undefined) return it;
  return { ...it, speaker: { start: from + match.index, end: from + match.index + phrase.length } };
}

const LONGEST_ANTECEDENT = 80;
/** A name, with an age behind it, or a noun with its article, right before ", who". */
const ANTECEDENT = new RegExp(
  String.raw`(?<phrase>(?:[${CAPITAL}][${LETTER}.'’-]*\s+){0,4}[${CAPITAL}][${LETTER}.'’-]*|\b(?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er)(?:\s+[${SMALL}'’-]+){1,3})(?:,\s+\d{1,3})?,\s*$`,
);

/** `"…," X said. "…," Y said.`: two speakers. */
function isOther(text: string, a: Attribution | undefined, b: Attribution | undefined): boolean {
  const nameOf = (it: Attribution | undefined) => text.slice(it?.speaker?.start, it?.speaker?.end);
  return a?.speaker !== undefined && b?.speaker !== undefined && nameOf(a) !== nameOf(b);
}

interface Surroundings {
  readonly quote: PairedQuote;
  readonly before: Span;
  readonly after: Span;
  /** With the sentences and names in reach alone: a paragraph of many quotations stays linear work. */
  readonly passage: Passage;
}

function surroundings({ text, quotes, sentences, names, ...rest }: QuotedPassage): Surroundings[] {
  const reachable = { sentences: within(sentences), names: within(names) };
  return quotes.map((quote, i) => {
    const before = gapBefore(text, quotes, i);
    const after = gapAfter(text, quotes, i);
    const reach = { start: before.start, end: after.end };
    return {
      quote,
      before,
      after,
      passage: passageOf({
        text,
        sentences: reachable.sentences(reach),
        names: reachable.names(reach),
        ...rest,
      }),
    };
  });
}

function passageOf(paragraph: ReadParagraph): Passage {
  return {
    ...paragraph,
    speakersIn: bySpan((it) => speakersIn(paragraph, it)),
    cuesIn: (it) => inside(paragraph.speech.verbs, it),
  };
}

function bySpan<T>(compute: (span: Span) => T): (span: Span) => T {
  const known = new Map<string, T>();
  return (span) => {
    const key = `${span.start}-${span.end}`;
    const answer = known.get(key) ?? compute(span);
    known.set(key, answer);
    return answer;
  };
}

/** Asks for what touches a stretch, for one stretch after the other: what is passed is not looked at again. */
function within<T extends Span>(spans: readonly T[]): (reach: Span) => readonly T[] {
  let first = 0;
  return ({ start, end }) => {
    while ((spans[first]?.end ?? start) < start) first++;
    let last = first;
    while ((spans[last]?.start ?? Number.POSITIVE_INFINITY) <= end) last++;
    return spans.slice(first, last);
  };
}

/** `"a" but necessary "b," he said`: one sentence holds both. */
function isSameSentence(
  text: string,
  { words }: PairedQuote,
  gap: Span,
  next: PairedQuote | undefined,
): boolean {
  return (
    next?.span.start === gap.end &&
    !/[.!?:;]/.test(text.slice(gap.start, gap.end)) &&
    !/[.!?]\s*$/.test(text.slice(words.start, words.end))
  );
}

/** `X said “…”, while Y accused`: what follows is somebody else's. */
const NEXT_CLAUSE = /^\s*[,;]?\s+(?:while|whereas|although|though|but)\s/;

/** The cue that stands nearest in the way news is written: what leads into the words goes before what follows them. */
function findCue(passage: Passage, quote: PairedQuote, before: Span, after: Span): Attribution | undefined {
  const { text } = passage;
  const words = text.slice(quote.words.start, quote.words.end);
  const isLedInto = /[,:]\s*$/.test(text.slice(before.start, before.end)) && !/,\s*$/.test(words);
  if (isLedInto) {
    const lead = cueBefore(passage, before) ?? subjectOfLead(passage, before, words);
    if (lead) return lead;
  }
  if (NEXT_CLAUSE.test(text.slice(after.start, after.end))) {
    const own = cueBefore(passage, before);
    if (own?.speaker) return own;
  }
  return (
    cueAfter(passage, quote, after) ??
    speakerBeside(passage, quote, after) ??
    cueBefore(passage, before) ??
    looseCueAfter(passage, quote, after)
  );
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
function isSplitGap(
  passage: Passage,
  gap: Span,
  first: PairedQuote | undefined,
  { words }: PairedQuote,
  previous: Attribution | undefined,
): boolean {
  const { text } = passage;
  // Only a speaker who stands in the gap splits what is quoted.
  if (!first || !previous?.speaker || previous.speaker.start < gap.start) return false;
  if (/\.\s*$/.test(text.slice(first.words.start, first.words.end))) return false;
  const between = text.slice(gap.start, gap.end);
  if (between.length > 120 || between.split(/\s+/).length > 16) return false;
  // `," she said. Later he added, "`: a sentence of its own has its own speaker.
  const goesOn = /[,—–]\s*$/.test(between) && lastSentence(passage, gap).start <= gap.start + 1;
  const newSentence = /[.]\s*$/.test(between) && /^\p{Lu}/u.test(text.slice(words.start, words.start + 1));
  return (goesOn || newSentence) && passage.cuesIn(gap).length > 0;
}

/** `"…," X said` and `"…," said X`: the cue right behind the closing mark. */
function cueAfter(passage: Passage, { words }: PairedQuote, gap: Span): Attribution | undefined {
  const { text } = passage;
  const rest = text.slice(gap.start, gap.end);
  const endsOpen = /[,!?—–-]\s*$/.test(text.slice(words.start, words.end)) || /^\s*[,—–-]/.test(rest);
  if (!endsOpen) return undefined;
  const sentence = firstSentence(passage, gap);
  const [verb] = passage.cuesIn(sentence);
  if (!verb) return accordingTo(passage, sentence);
  const lead = text.slice(sentence.start, verb.start);
  // `"…," and said that` and `"…," has denied that` go on with the sentence that the quotation stands in.
  if (/^[\s,—–-]*(?:and|but|(?:and\s+|but\s+)?(?:has|have|had))\s+$/.test(lead)) return undefined;
  if (/^[\s,—–-]*$/.test(lead)) {
    if (isParticiple(text, verb)) return undefined;
    const behind = { start: verb.end, end: sentence.end };
    const speaker = speakerAt(passage, behind) ?? nearestAfter(passage, behind);
    return speaker && { speaker, cue: verb, continues: false };
  }
  return (
    isInverted(passage, sentence, verb) ??
    strangerBeside(passage, sentence, verb) ??
    subjectOf(passage, sentence, verb)
  );
}

/** `"…," Htay Oo, chairman of the ruling party, told Reuters`: a run of capitals that no list has, with what it is. */
function strangerBeside({ text, names }: Passage, { start }: Span, cue: Span): Attribution | undefined {
  const run = APPOSED_STRANGER.exec(text.slice(start, cue.start))?.[1];
  if (run === undefined || NO_STRANGER.test(run)) return undefined;
  const from = text.indexOf(run, start);
  const speaker = { start: from, end: from + run.length };
  const isKnown = names.some((it) => it.start < speaker.end && speaker.start < it.end);
  return isKnown ? undefined : { speaker, cue, continues: false };
}

const APPOSED_STRANGER = new RegExp(
  String.raw`^\s*((?:[${CAPITAL}][${LETTER}’'-]+\s+){1,3}[${CAPITAL}][${LETTER}’'-]+),\s.*,\s*$`,
);

/** `"…," X quipped`, `"…," quipped X`: who stands right behind a whole sentence of speech, whatever the verb. */
function speakerBeside(passage: Passage, { span, words }: PairedQuote, gap: Span): Attribution | undefined {
  const { text } = passage;
  if (!/[,!?]\s*$/.test(text.slice(words.start, words.end)) || !startsSentence(text, span.start))
    return undefined;
  const sentence = firstSentence(passage, gap);
  const rest = text.slice(sentence.start, sentence.end);
  const verb = /^\s*[a-z]+(?:ed|s)\s+(?=[A-Z]|the\s|an?\s)/.exec(rest);
  const start = sentence.start + (verb?.[0].length ?? /^\s*/.exec(rest)?.[0].length ?? 0);
  const speaker = speakerAt(passage, { start, end: sentence.end });
  if (!speaker) return undefined;
  const [cue] = matches(VERB_FORM, text, verb ? sentence : { start: speaker.end, end: sentence.end });
  const isBeside = cue && text.slice(verb ? sentence.start : speaker.end, cue.start).trim() === '';
  return isBeside ? { speaker, cue, continues: false } : undefined;
}

/** What a verb of a third person looks like. */
const VERB_FORM = /(?<=\s)[a-z]+(?:ed|s|t)(?![a-z’'])/g;

/** Whether the words at an offset begin a sentence of the writer's. */
function startsSentence(text: string, at: number): boolean {
  return /(?:^|[.!?:]["”'’)\]]{0,3}\s{1,3})$/.test(text.slice(Math.max(0, at - 6), at));
}

/** `X said: "…"`, `X told Y that "…"`, `X called it "…"`: the cue before the opening mark, in the same sentence. */
function cueBefore(passage: Passage, gap: Span): Attribution | undefined {
  const { text } = passage;
  const sentence = lastSentence(passage, gap);
  const according = accordingTo(passage, sentence);
  const verb = passage.cuesIn(sentence).at(-1);
  if (!verb) return according;
  const own = isInverted(passage, sentence, verb) ?? agentOf(passage, sentence, verb);
  if (own) return own;
  const found = subjectWithin(passage, sentence, verb);
  if (found) return found;
  const colon = /:\s*$/.test(text.slice(sentence.start, sentence.end));
  const inverted = colon ? nearestAfter(passage, { start: verb.end, end: sentence.end }) : undefined;
  return inverted ? { speaker: inverted, cue: verb, continues: false } : according;
}

/** `was dismissed by X as "…"`: whom a passive names as its agent, right behind it. */
function agentOf(passage: Passage, sentence: Span, verb: Span): Attribution | undefined {
  const by = /^\s+by\s+/.exec(passage.text.slice(verb.end, sentence.end));
  if (!by || !/ed$/.test(passage.text.slice(verb.start, verb.end))) return undefined;
  const speaker = speakerAt(passage, { start: verb.end + by[0].length, end: sentence.end });
  return speaker && /^,?\s+as\s/.test(passage.text.slice(speaker.end, sentence.end))
    ? { speaker, cue: verb, continues: false }
    : undefined;
}

/** `X delivered a retort: "…"`, `X cracked, "We…"`: a colon, or a comma before a sentence, says that X speaks. */
function subjectOfLead(passage: Passage, gap: Span, words: string): Attribution | undefined {
  const { text } = passage;
  const sentence = lastSentence(passage, gap);
  const lead = text.slice(sentence.start, sentence.end);
  const isColon = /:\s*$/.test(lead);
  if (!isColon && !(/[a-z](?:ed|s|t),\s*$/.test(lead) && /^[[(]?\p{Lu}/u.test(words))) return undefined;
  const speaker =
    (isColon
      ? speakerUpTo(passage, { start: sentence.start, end: sentence.start + lead.trimEnd().length - 1 })
      : undefined) ?? mainSubject(passage, sentence);
  return speaker && { speaker, cue: undefined, continues: false };
}

/** A whole sentence of speech behind a sentence that names its speaker: `That is false, he said. "It never was."` */
function saidJustBefore(passage: Passage, { span, words }: PairedQuote, gap: Span): Attribution | undefined {
  const { text } = passage;
  if (!startsSentence(text, span.start)) return undefined;
  if (!/^[[(]?\p{Lu}/u.test(text.slice(words.start, words.end))) return undefined;
  if (text.slice(gap.start, gap.end).trim() === '') return undefined;
  const sentence = lastSentence(passage, {
    start: gap.start,
    end: gap.start + text.slice(gap.start, gap.end).trimEnd().length - 1,
  });
  const verb = passage.cuesIn(sentence).at(-1);
  return verb && (isInverted(passage, sentence, verb) ?? subjectWithin(passage, sentence, verb));
}

/** `"…" of something, X said`: a cue later in the sentence. */
function looseCueAfter(passage: Passage, { words }: PairedQuote, gap: Span): Attribution | undefined {
  const { text } = passage;
  // A full stop before the mark ends the sentence: what follows is about other words.
  const rest = text.slice(gap.start, gap.end);
  if (/\.\s*$/.test(text.slice(words.start, words.end)) && /^\s+\p{Lu}/u.test(rest)) return undefined;
  // So does one behind the mark.
  if (/^[.!?]\s/.test(rest)) return undefined;
  const sentence = firstSentence(passage, gap);
  const verb = passage.cuesIn(sentence).at(-1);
  if (!verb) return accordingTo(passage, sentence);
  return isInverted(passage, sentence, verb) ?? subjectOf(passage, sentence, verb);
}

/** The subject of a verb before it, else behind it. */
function subjectOf(passage: Passage, sentence: Span, verb: Span): Attribution | undefined {
  const { text } = passage;
  const found = subjectWithin(passage, sentence, verb);
  if (found) return found;
  if (isParticiple(text, verb)) return undefined;
  const inverted = nearestAfter(passage, { start: verb.end, end: sentence.end });
  return inverted && { speaker: inverted, cue: verb, continues: false };
}

/** `…, said X, the president`: a comma before the verb and X right behind it, with nothing that X does. */
function isInverted(passage: Passage, sentence: Span, verb: Span): Attribution | undefined {
  const { text } = passage;
  if (!/,\s+$/.test(text.slice(sentence.start, verb.start))) return undefined;
  if (!SAYING.test(text.slice(verb.start, verb.end))) return undefined;
  const speaker = speakerAt(passage, { start: verb.end + 1, end: sentence.end });
  return speaker && /^\s*[,.;(]/.test(text.slice(speaker.end, sentence.end))
    ? { speaker, cue: verb, continues: false }
    : undefined;
}

/** Verbs that take no person as their object, so that a name behind them is their subject. */
const SAYING =
  /^(?:said|says|wrote|writes|added|adds|explained|explains|noted|notes|argued|argues|recalled|concluded|declared)$/i;

/** Subjects of whom somebody else mostly speaks: "Lee said he believes". */
const STAND_IN = /^(?:he|she|they|it|we|I)$/;
/** What keeps two clauses apart, so that the second has its own speaker. */
const BREAK = /[,;:—–"“”]|\b(?:and|but|while|when|because|as|whether|if)\b/;

/** The subject of a verb, from what stands before it in its sentence. */
function subjectWithin(passage: Passage, sentence: Span, verb: Span): Attribution | undefined {
  const { text } = passage;
  const before = { start: sentence.start, end: verb.start };
  const cuesBefore = passage.cuesIn(before);
  const earlier = cuesBefore.filter((it) => !isParticiple(text, it)).at(-1);
  const nearest = cuesBefore.at(-1);
  const lead = text.slice(before.start, before.end);
  // `X interjected to say`
  if (earlier && /\bto\s+$/.test(lead)) return subjectWithin(passage, sentence, earlier);
  if (isParticiple(text, verb)) {
    // `X rejected it, arguing`, `X rallied them by warning`: the subject is the sentence's own.
    if (/(?:,\s+|\b(?:by|after|before|without|for|in|and|while|when)\s+)(?:[a-z]+ly\s+)?$/.test(lead)) {
      if (/,\s+$/.test(lead) && earlier) {
        const main = subjectWithin(passage, sentence, earlier);
        if (main) return { ...main, cue: verb };
      }
      const speaker = mainSubject(passage, before);
      return speaker && { speaker, cue: verb, continues: false };
    }
  }
  const speaker = subjectBefore(passage, before, isParticiple(text, verb));
  if (!speaker) return undefined;
  if (
    nearest &&
    speaker.start > nearest.end &&
    STAND_IN.test(text.slice(speaker.start, speaker.end)) &&
    !BREAK.test(text.slice(nearest.end, speaker.start))
  ) {
    return subjectWithin(passage, sentence, nearest) ?? { speaker, cue: verb, continues: false };
  }
  return { speaker, cue: verb, continues: false };
}

function isParticiple(text: string, { start, end }: Span): boolean {
  return /ing\b/.test(text.slice(start, end));
}

/** The subject of a sentence: the first that can speak and does something, and is no part of an adverbial. */
function mainSubject(passage: Passage, within: Span): Span | undefined {
  const { text } = passage;
  const all = passage.speakersIn(within).filter((it) => !isAfterPreposition(text, it.start));
  const clause = clauseStart(text, within);
  const inClause = all.filter((it) => it.start >= clause);
  const candidates = inClause.length > 0 ? inClause : all;
  return (
    candidates.find((it) =>
      /^(?:\s+\([^()]{1,30}\))?(?:,?\s+(?:(?:then|also|later|once|now|[a-z]+ly)\s+)?[a-z]+(?:[dst]|ew|ay)\b|,\s+(?:who|an?|the)\b)/.test(
        text.slice(it.end, within.end),
      ),
    ) ?? candidates[0]
  );
}

/** What can speak and begins right at the start of a stretch, titles and honorifics aside; or what no list has. */
function speakerAt(passage: Passage, within: Span): Span | undefined {
  const { text } = passage;
  const first = passage.speakersIn(within)[0];
  if (first) {
    const lead = text.slice(within.start, first.start);
    if (
      /^\s*(?:[\p{L}.'’-]+\s+){0,4}(?:[\p{Ll}-]+,\s+)?$/u.test(lead) &&
      !NO_TITLE.test(lead + text.slice(first.start, first.end))
    )
      return first;
  }
  const run = UNLISTED.exec(text.slice(within.start, within.end));
  if (!run?.[1] || NO_STRANGER.test(run[1])) return undefined;
  const start = within.start + run[0].length - run[1].length;
  return { start, end: start + run[1].length };
}

/** A run of capitals ("Blaze co-host Stu Burguiere") or a noun with its article up to a stop ("the ad’s narrator,"). */
const UNLISTED = new RegExp(
  String.raw`^\s*((?:the\s+)?[${CAPITAL}][${LETTER}'’-]*(?:\s+(?:[${CAPITAL}][${LETTER}'’-]*|co-host|magazine|editor))*|(?:the|an?|his|her|their|one|another)\s+(?:[${SMALL}'’-]+\s+){0,3}[${SMALL}'’-]+(?=[,.;]))`,
);
/** No part of a title before a name. */
const NO_TITLE = /\b(?:that|of|in|on|at|to|for|with|by|as|it)\s/;

/** Who stands right before a colon: `Philip Bump: "…"`, `From the report: "…"`. */
function speakerUpTo(passage: Passage, within: Span): Span | undefined {
  const { text } = passage;
  const last = passage.speakersIn(within).find((it) => it.end === within.end);
  const isSource = last && /\bfrom\s+$/i.test(text.slice(Math.max(0, last.start - 8), last.start));
  return last && (isSource || !isAfterPreposition(text, last.start)) ? last : undefined;
}

/** Who speaks in the next paragraph, where this one ends in a colon: `He then listed them:`. */
export function leadsIn(paragraph: ReadParagraph): Attribution | undefined {
  const end = paragraph.text.trimEnd().length;
  if (paragraph.text.charAt(end - 1) !== ':') return undefined;
  const gap = { start: Math.max(0, end - REACH), end };
  const passage = passageOf(paragraph);
  return cueBefore(passage, gap) ?? subjectOfLead(passage, gap, '');
}

function accordingTo(passage: Passage, sentence: Span): Attribution | undefined {
  const { text } = passage;
  ACCORDING.lastIndex = 0;
  const match = ACCORDING.exec(text.slice(sentence.start, sentence.end));
  if (!match) return undefined;
  const cue = { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length };
  const behind = { start: cue.end, end: sentence.end };
  const speaker = speakerAt(passage, behind) ?? nearestAfter(passage, behind);
  return speaker && { speaker, cue, continues: false };
}

function inside(spans: readonly Span[], { start, end }: Span): Span[] {
  return spans.filter((it) => it.start >= start && it.end <= end);
}

function matches(pattern: RegExp, text: string, { start, end }: Span): Span[] {
  return Array.from(text.slice(start, end).matchAll(pattern), (match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

/** All that can speak in a stretch of text, in order; names go before the nouns and pronouns they contain. */
function speakersIn({ text, names, speech }: ReadParagraph, within: Span): Span[] {
  const whole = names.filter((it) => it.start >= within.start && it.end <= within.end);
  const named = whole.flatMap((it) => {
    const whose = WHOSE.exec(text.slice(it.end, Math.min(within.end, it.end + 60)));
    // `Bernstein’s Anna Moss`: she is the speaker.
    if (!whose) return names.some((next) => isWhose(text, it, next)) ? [] : [it];
    const end = it.end + whose[0].length;
    // `Warren adviser Wi Sung-lac`: the name behind it is the speaker's.
    return names.some(
      (next) => next.start > end && /^,? $/.test(text.slice(end, Math.min(next.start, end + 3))),
    )
      ? []
      : [{ start: it.start, end }];
  });
  const hasNoun = inside(speech.nouns(), within).length > 0;
  const nominal = hasNoun ? matches(NOMINAL, text, within).map((it) => withoutLead(text, it)) : [];
  const others = [...inside(speech.pronouns, within), ...nominal].filter(
    (it) => ![...whole, ...named].some((name) => name.start < it.end && it.start < name.end),
  );
  return [...named, ...others].sort((a, b) => a.start - b.start);
}

/** `Bernstein’s Carla Moss`, `the EU’s foreign policy chief, Carla Moss`, `State Police Col. Carla Moss`. */
function isWhose(text: string, owner: LocalName, { type, start }: LocalName): boolean {
  if (type !== 'person' || start <= owner.end || start > owner.end + LONGEST_POST) return false;
  const between = text.slice(owner.end, start);
  return (
    /^['’]s?\s+(?:[\p{L}-]+\s+)*(?:[\p{Ll}-]+,?\s+)?$/u.test(between) ||
    (owner.type !== 'person' && RANK.test(between))
  );
}

const LONGEST_POST = 60;
const RANK =
  /^\s+(?:(?:Chief|Captain|President|Secretary|Minister|Director|Commissioner|Spokes(?:man|woman|person)|CEO|[A-Z][a-z]{1,4}\.)\s+){1,3}$/;

/** A noun phrase without what stands before it: "in a statement" is "a statement". */
function withoutLead(text: string, { start, end }: Span): Span {
  let from = 0;
  for (const match of text.slice(start, end).matchAll(LEAD)) from = match.index + match[0].length;
  return { start: start + from, end };
}

const LEAD =
  /(?<![a-z’'-])(?:in|on|at|by|from|for|with|after|before|if|when|as|and|but|to|while|since|that|there|are|is|was|were|has|have|had|until|than|about|into|over|under|because)\s+/gi;

/** Between a subject and its verb there are a few small words at the most: "Lee also said", "Cuban (right) has said". */
const RIGHT_BEFORE_VERB =
  /^\s+(?:\([^()]{1,30}\)\s+)?(?:(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s+)?(?:(?:has|have|had|is|was|also|then|later|once|often|who|that)\s+|[a-z]+ly\s+){0,3}$/;
/** A word with a capital right before the verb that no list knows as a name. */
const STRANGER = new RegExp(String.raw`(?<![${LETTER}.'’-])[${CAPITAL}][${LETTER}'’-]+(?=\s+$)`);
/** A noun with its article right before the verb: "the prince called". */
const NOUN_PHRASE =
  /(?:^|[\s("“])((?:the|an?|his|her|their|its|our|my|one|another|some|many|most|several|few|two|three)\s+(?:[a-z\u00c0-\u1fff’'-]+\s+){1,4})$/i;
/** Words that a noun phrase does not go across. */
const NO_NOUN_PHRASE =
  /\b(?:and|but|or|that|who|which|is|was|were|are|has|have|had|began|with|on|at|for|from|to|by|as|in|also|ever|never|when|where|while|than|[a-z]+ly)\s/;
const NO_STRANGER =
  /^(?:Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?|January|February|March|April|June|July|August|September|October|November|December|The|A|An|This|That|These|Those|It|And|But|As|When|While|What|Which|Who|How|Why|If|In|On|At|By|Not|Then|There)$/;

/** The subject of a verb: what stands right before it, else the first one that can speak in its clause. */
function subjectBefore(passage: Passage, before: Span, isOfParticiple: boolean): Span | undefined {
  const { text } = passage;
  const candidates = passage.speakersIn(before);
  const last = candidates.at(-1);
  const lead = text.slice(before.start, before.end);
  const clause = clauseStart(text, before);
  if (ASIDE_END.test(lead)) {
    // `X, who has left, said`, `X, the mayor of Y, said`: the subject stands before the aside.
    const heads = candidates.filter(
      (it) => !isAfterPreposition(text, it.start) && isBeforeAside(text, it, before),
    );
    const isRelative = /\b(?:who|which|where)$/.test(text.slice(before.start, clause));
    const head = (isRelative ? undefined : heads.find((it) => it.start >= clause)) ?? heads[0];
    const isPerson = passage.names.some((it) => it.type === 'person' && it.start === head?.start);
    const apposed = isPerson ? undefined : apposedPerson(passage, before);
    if (apposed ?? head) return apposed ?? head;
  }
  if (COORDINATED.test(lead)) {
    const main = mainSubject(passage, before);
    if (main) return main;
  }
  if (
    last &&
    RIGHT_BEFORE_VERB.test(text.slice(last.end, before.end)) &&
    !isAfterPreposition(text, last.start)
  )
    return last;
  const stranger = STRANGER.exec(lead);
  const isOfName = stranger && last !== undefined && before.start + stranger.index < last.end;
  if (stranger && !isOfName && !NO_STRANGER.test(stranger[0])) {
    const start = before.start + stranger.index;
    return { start, end: start + stranger[0].length };
  }
  const noun = isOfParticiple ? undefined : NOUN_PHRASE.exec(lead);
  if (noun?.[1] && !NO_NOUN_PHRASE.test(noun[1])) {
    const start = before.start + noun.index + noun[0].indexOf(noun[1]);
    if (!isAfterPreposition(text, start)) return { start, end: start + noun[1].trimEnd().length };
  }
  const inClause = candidates.filter((it) => it.start >= clause);
  const phrase = last ? undefined : nounPhraseBefore(passage, before);
  if (phrase) return phrase;
  // A name in an apposition or after a preposition is not the subject: take the first of the clause.
  const subjects = (inClause.length > 0 ? inClause : candidates).filter(
    (it) => !isAfterPreposition(text, it.start),
  );
  return subjects.at(inClause.length > 0 ? 0 : -1) ?? last;
}

/** The comma behind an aside, right before a verb: `, said`, `, has said`. */
const ASIDE_END = /,\s+(?:(?:has|have|had|[a-z]+ly)\s+){0,2}$/;

/** `X took a fake accent and joked`: a second verb of the same subject. */
const COORDINATED = /\b(?:and|but)\s+(?:(?:then|also|later|[a-z]+ly)\s+)?$/;

/** `a country that the nominee, Mitt Romney, called`: a person between two commas right before the verb. */
function apposedPerson({ text, names }: Passage, before: Span): Span | undefined {
  return names.find(
    (it) =>
      it.type === 'person' &&
      it.start >= before.start &&
      it.end <= before.end &&
      text.charAt(it.end) === ',' &&
      ASIDE_END.test(text.slice(it.end, before.end)) &&
      text.slice(it.start - 2, it.start) === ', ',
  );
}

function isBeforeAside(text: string, { end }: Span, before: Span): boolean {
  return /^(?:\s+\([^()]{1,30}\))?,/.test(text.slice(end, before.end));
}

/** A common noun that no list has: "the board", "a familiar voice". */
function nounPhraseBefore({ text, nounPhraseAtEnd }: Passage, { start, end }: Span): Span | undefined {
  const clause = text
    .slice(start, end)
    .replace(/\s+(?:(?:has|have|had|is|was|also|then|later)\s+|[a-z]+ly\s+)*$/, '');
  const isPhraseEnd =
    clause.trim() !== '' && !/(?:[,(–—]|\b(?:and|or|but|that|when|were|was|is|are|of))\s*$/.test(clause);
  const phrase = isPhraseEnd ? nounPhraseAtEnd(clause) : undefined;
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
  return /\b(?:of|in|on|at|to|for|from|with|by|against|about|near|between|under|over|into)\s+(?:the\s+)?(?:(?:president|prime minister|minister|chancellor|governor|gov\.|senator|sen\.|justice|judge|king|queen|prince|princess|sir|dr\.?|mrs?\.?|ms\.?)\s+)?$/i.test(
    text.slice(Math.max(0, at - 34), at),
  );
}

function nearestAfter(passage: Passage, within: Span): Span | undefined {
  return passage.speakersIn(within)[0];
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
