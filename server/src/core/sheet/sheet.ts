/**
 * The sign-off sheet of a draft, as data: the state of every name, date and quotation, how the sources spell each name,
 * and the days of the draft beside those of the sources. What it rests on is cited by number, as in a list of notes.
 */

import type { Check } from '../checker.ts';
import { longDate } from '../dates/calendar.ts';
import { count, countSources } from '../english.ts';
import type { Mention, Passage, Span } from '../model.ts';
import { type SignedOff, type State, signOff } from '../sign-off.ts';
import { readSpellings, type SpelledName } from './spellings.ts';
import { readTimeline, type TimelineDay } from './timeline.ts';

/** `P` is how its reader is told of a place, such as an address and a range. */
export interface Sheet<P> {
  readonly path: string;
  /** What was searched and for which day, in sentences. */
  readonly summary: string;
  /** In reading order. */
  readonly rows: readonly SheetRow<P>[];
  readonly spellings: readonly SpelledName<P>[];
  readonly timeline: readonly TimelineDay<P>[];
  /** The sources that are cited: source 1 is the first. */
  readonly sources: readonly CitedSource<P>[];
}

export interface SheetRow<P> extends Pick<SignedOff, 'text' | 'detail'> {
  readonly kind: Mention['kind'];
  readonly at: P;
  readonly is: State['is'];
  /** The state in words: “agrees with 3 sources”. */
  readonly state: string;
  /** What the rules say, a sentence or more each. */
  readonly messages: readonly string[];
  readonly cited: Citations<P>;
}

/** Where a source has something. */
export interface Citation<P> {
  /** From 1. */
  readonly source: number;
  /** Undefined where the source stands in no file. */
  readonly at: P | undefined;
}

/** Sources that are cited, and how many more there are. */
export interface Citations<P> {
  readonly shown: readonly Citation<P>[];
  readonly more: number;
}

export interface CitedSource<P> {
  readonly id: string;
  readonly title: string;
  /** In words; empty where it is not known. */
  readonly published: string;
  readonly at: P | undefined;
}

/** How places are told. */
export interface Places<P> {
  inDraft(span: Span): P;
  inArticle(passage: Passage): P | undefined;
}

/** Cites a source, which thereby stands in the list of them. */
export type Cite<P> = (passage: Passage) => Citation<P>;

/** A place can name hundreds of sources; a sheet names some, and counts the others. */
const MOST_CITED = 8;

/** What a sheet says of a draft. `path` is what the draft is called. */
export function readSheet<P>(path: string, check: Check, places: Places<P>): Sheet<P> {
  const numbers = new Map<Passage['article'], number>();
  const sources: CitedSource<P>[] = [];
  const cite: Cite<P> = (passage) => {
    const { article } = passage;
    const at = places.inArticle(passage);
    const known = numbers.get(article);
    if (known !== undefined) return { source: known, at };
    const { id, title, published } = article;
    sources.push({ id, title, published: published ? longDate(published) : '', at });
    numbers.set(article, sources.length);
    return { source: sources.length, at };
  };
  const rows = signOff(check).map((it) => rowOf(it, places, cite));
  const spellings = readSpellings(check.comparison, places, cite);
  const timeline = readTimeline(check.comparison, places, cite);
  return { path, summary: summaryOf(check, rows), rows, spellings, timeline, sources };
}

function rowOf<P>(
  { kind, span, text, detail, state }: SignedOff,
  places: Places<P>,
  cite: Cite<P>,
): SheetRow<P> {
  const evidence = 'evidence' in state ? state.evidence : [];
  return {
    kind,
    text,
    detail,
    at: places.inDraft(span),
    is: state.is,
    state: inWords(state),
    messages: 'messages' in state ? state.messages : [],
    cited: {
      shown: evidence
        .slice(0, MOST_CITED)
        .map(cite)
        .sort((a, b) => a.source - b.source),
      more: Math.max(0, evidence.length - MOST_CITED),
    },
  };
}

function inWords(state: State): string {
  switch (state.is) {
    case 'checked':
      return `checked by ${state.by}, ${state.on}`;
    case 'agrees':
      return `agrees with ${countSources(state.sources)}`;
    case 'differs':
    case 'let stand':
    case 'no source':
      return state.is;
  }
}

function summaryOf<P>({ comparison: { draft, searched } }: Check, rows: readonly SheetRow<P>[]): string {
  const differing = rows.filter((it) => it.is === 'differs').length;
  const day = draft.writtenFor
    ? `Written for ${longDate(draft.writtenFor.date)}, from ${draft.writtenFor.from}.`
    : 'Written for no known day.';
  const counted = `${count(rows.length, 'mention')}, ${differing} of them with findings.`;
  return `${counted} ${count(searched, 'article')} searched. ${day}`;
}
