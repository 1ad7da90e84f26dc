import type { Comparison, NearestQuote } from '../comparison.ts';
import { passageOfQuote, type SourceQuote } from '../corpus/corpus.ts';
import { sourcesHave } from '../english.ts';
import type { Entity, NameMention, QuoteMention, Span } from '../model.ts';
import { compareNames } from '../names/compare.ts';
import { editDistance } from '../names/edit-distance.ts';
import { parseName } from '../names/parse.ts';
import { isFullName, shortNameOf } from '../names/parts.ts';
import { rolesOf } from '../names/roles.ts';
import { personSpeaking } from '../quotes/speakers.ts';
import { quoteWords } from '../quotes/words.ts';
import { type Draft, readingBefore, readingOf } from '../reading.ts';
import { NONE, recall } from '../recall.ts';
import type { Rule } from '../rule.ts';

/** Fewer words are a phrase that two people may well use. */
const LEAST_WORDS = 5;

export const quoteSpeakerConflict: Rule = {
  id: 'quote/speaker-conflict',
  summary: 'The sources give these words to another speaker.',
  why: [
    'Words in another’s mouth are a correction at best.',
    'Only people who are named beside the quotation are held against each other: an office, a spokesperson, a country or',
    'a pronoun may stand for the person. Who else is named in the paragraph may be meant, unless “X said” stands right\nbehind the words. Where one source agrees with the draft, nothing is reported.',
  ].join('\n'),
  severity: 'warning',
  citesCorpus: true,

  each: 'quote',
  dependsOn(quote, comparison) {
    const held = heldAgainst(quote, comparison);
    // Of the people only what is used: whoever stands in many places is another one at many a keystroke.
    return held
      ? [held.ours.name, held.mention, speaksForAnother(held.ours), ...namesNear(comparison.draft, quote)]
      : NONE;
  },
  *check(quote, comparison) {
    const { draft } = comparison;
    const held = heldAgainst(quote, comparison);
    if (!held) return;
    const { ours, speaker, mention, nearest } = held;
    const theirs = nearest.carriers.flatMap((carrier) => {
      const person = speakerOf(carrier);
      return person ? [{ carrier, person }] : [];
    });
    const [first] = theirs;
    // Whoever is named in the quotation's own paragraph may be meant: who quotes whom there is the writer's knowledge.
    const near = [ours.name, ...(isBeside(draft, quote) ? NONE : namesNear(draft, quote))];
    if (!first || theirs.some(({ person }) => near.some((it) => mayBeSame(it, person.name)))) return;
    const newText = isFullName(draft.text.slice(speaker.start, speaker.end))
      ? first.person.name
      : shortForm(first.person);
    const sources = comparison.sources.among(theirs.map((it) => it.carrier.article.head));
    // Who speaks for another has said it on their behalf, or the other way round.
    const isSpokesperson = speaksForAnother(ours);
    const isOnBehalf = isSpokesperson || theirs.some((it) => speaksForAnother(it.person));
    yield {
      span: mention?.span ?? speaker,
      message: `${sourcesHave(sources)} these words from ${first.person.name}; this draft has them from ${ours.name}.`,
      evidence: theirs.map((it) => passageOfQuote(it.carrier)),
      ...(isOnBehalf ? { severity: 'information' as const } : {}),
      fixes:
        mention && !isSpokesperson
          ? [{ title: `Change the speaker to “${newText}”`, edits: [{ span: mention.span, newText }] }]
          : [],
    };
  },

  examples: [
    {
      sources: ['“We will build this bridge before the year is out,” Bob Corker said on Sunday.'],
      bad: '“We will build this bridge before the year is out,” [[Tom Coburn]] said.',
      message: '1 source has these words from Bob Corker; this draft has them from Tom Coburn.',
      fixed: ['“We will build this bridge before the year is out,” Bob Corker said.'],
    },
    {
      sources: ['“We will build this bridge before the year is out,” Bob Corker said on Sunday.'],
      good: '“We will build this bridge before the year is out,” Corker said. A spokesman said it was “a new start”.',
    },
    {
      // Who stands right behind the words speaks them, whoever else is in the paragraph.
      sources: ['“We will build this bridge before the year is out,” Bob Corker said on Sunday.'],
      bad: 'Bob Corker promised a bridge. “We will build this bridge before the year is out,” [[Tom Coburn]] said.',
      message: '1 source has these words from Bob Corker; this draft has them from Tom Coburn.',
      fixed: [
        'Bob Corker promised a bridge. “We will build this bridge before the year is out,” Bob Corker said.',
      ],
    },
    {
      sources: ['“We will build this bridge before the year is out,” Bob Corker said on Sunday.'],
      good: '“We will build this bridge before the year is out,” Tom Coburn quoted Bob Corker as saying.',
    },
    {
      sources: ['“We will build this bridge before the year is out,” Chris Christie said on Sunday.'],
      bad: '“We will build this bridge before the year is out,” said [[Colin Reed]], a spokesman for the governor.',
      severity: 'information',
      message: '1 source has these words from Chris Christie; this draft has them from Colin Reed.',
      fixed: [],
    },
    {
      // Who is named by the family name stays so: with its particle, and where it comes first.
      sources: ['“We will build this bridge before the year is out,” Luiz Inácio da Silva said on Sunday.'],
      bad: 'Tom Coburn came. “We will build this bridge before the year is out,” [[Coburn]] said.',
      message: '1 source has these words from Luiz Inácio da Silva; this draft has them from Tom Coburn.',
      fixed: ['Tom Coburn came. “We will build this bridge before the year is out,” da Silva said.'],
    },
    {
      sources: ['“We will build this bridge before the year is out,” Lee Jae Myung said on Sunday.'],
      bad: 'Tom Coburn came. “We will build this bridge before the year is out,” [[Coburn]] said.',
      message: '1 source has these words from Lee Jae Myung; this draft has them from Tom Coburn.',
      fixed: ['Tom Coburn came. “We will build this bridge before the year is out,” Lee said.'],
    },
    {
      // A slip in the name is a matter of the name.
      sources: ['“We will build this bridge before the year is out,” Philippa Haverstock KC said.'],
      good: '“We will build this bridge before the year is out,” Philippa Haverstok KC said.',
    },
    {
      sources: ['“We will build this bridge before the year is out,” Balen Shah said.'],
      good: '“We will build this bridge before the year is out,” Balendra Shah said.',
    },
    {
      sources: ['“We will build this bridge before the year is out,” the ministry said.'],
      good: '“We will build this bridge before the year is out,” Tom Coburn said.',
    },
  ],
};

/** A quotation that a source has, of a person whom the draft names. */
interface Held {
  readonly nearest: NearestQuote;
  readonly speaker: Span;
  readonly ours: Entity;
  /** Of the speaker, in the words that name the speaker. */
  readonly mention: NameMention | undefined;
}

function heldAgainst(quote: QuoteMention, { draft, nearest: nearestTo }: Comparison): Held | undefined {
  const { speaker } = quote;
  const nearest = nearestTo(quote);
  const ours = nearest && personSpeaking(draft, quote);
  if (!nearest || !ours || !speaker || !isSameStatement(quote, nearest)) return undefined;
  const mention = readingBefore(draft, speaker.end)?.names.find(
    (it) => it.span.start < speaker.end && speaker.start < it.span.end && draft.entityOf(it) === ours,
  );
  return { nearest, speaker, ours, mention };
}

function isSameStatement({ text }: QuoteMention, { kind, score }: NearestQuote): boolean {
  return (kind === 'same' || score > 0.8) && quoteWords(text).length >= LEAST_WORDS;
}

/** The person who speaks a quotation of a source, by whichever of its parts says so. */
function speakerOf({ article, parts }: SourceQuote): Entity | undefined {
  for (const part of parts) {
    const person = personSpeaking(article.reading, part);
    if (person) return person;
  }
  return undefined;
}

/** Whether speaker and verb stand right behind the words: `"…," X said`, `"…," said X`; not `"…," X quoted Y as saying`. */
function isBeside({ text }: Draft, { span, speaker, cue }: QuoteMention): boolean {
  if (!speaker || !cue || speaker.start < span.end) return false;
  if (!SAYING.test(text.slice(cue.start, cue.end))) return false;
  const from = text.slice(span.end, Math.min(speaker.start, cue.start));
  const between = text.slice(Math.min(speaker.end, cue.end), Math.max(speaker.start, cue.start));
  return /^\s*$/.test(from) && /^\s*$/.test(between);
}

const SAYING =
  /^(?:said|says|told|tells|added|adds|wrote|writes|explained|explains|insisted|insists|tweeted)$/;

/** The names of the people who are named in the paragraph of a quotation. */
function namesNear(draft: Draft, { paragraph }: QuoteMention): string[] {
  const names = readingOf(paragraph)?.names ?? NONE;
  return names.flatMap((it) => (it.type === 'person' ? (draft.entityOf(it)?.name ?? []) : []));
}

function speaksForAnother(person: Entity): boolean {
  return spokespeople(person, NONE, () =>
    rolesOf(person).some((it) =>
      /\bspokes(?:man|woman|person)\b|\bpress secretary\b|\baide\b/i.test(it.text),
    ),
  );
}

const spokespeople = recall<Entity, boolean>();

/** One name may be the short form of the other, or the same with a slip. */
function mayBeSame(a: string, b: string): boolean {
  if (compareNames(a, b).same) return true;
  const [x, y] = [parseName(a).words, parseName(b).words];
  const [lastX = '', lastY = ''] = [x.at(-1), y.at(-1)];
  // "Balendra Shah" and "Balen Shah".
  if (lastX === lastY && a.charAt(0) === b.charAt(0)) return true;
  if (lastX.length > 4 && editDistance(lastX, lastY, 2) <= 2 && lastX.charAt(0) === lastY.charAt(0))
    return true;
  const [shorter, longer] = x.length <= y.length ? [x, y] : [y, x];
  return shorter.length < 2 && shorter.every((it) => longer.includes(it));
}

/** The way in which the source goes back to a person, else the family name. */
function shortForm({ name, mentions }: Entity): string {
  return mentions.find((it) => !isFullName(it.text))?.text ?? shortNameOf(name);
}
