/**
 * The vocabulary of the checker: plain, read-only data that can be logged, compared in tests and sent anywhere.
 * All offsets are UTF-16 code units; all spans are half-open.
 */

import type { Paragraph } from './text/paragraphs.ts';

/** A half-open range `[start, end)` of UTF-16 code units in one text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span as it is now, to be printed. */
export function offsetsOf({ start, end }: Span): Span {
  return { start, end };
}

/** A day on the wall calendar (months and days from 1). Never a JavaScript `Date`: copy has no time zone. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export type EntityType = 'person' | 'organization' | 'place';

/** Words in a text: a name, a date, a quotation. A mention's text is the text at its span. */
export type Mention = NameMention | DateMention | QuoteMention;

export interface NameMention {
  readonly kind: 'name';
  /** Without title, honorific and possessive. */
  readonly span: Span;
  /** The text at the span; markup inside it is blanked out. */
  readonly text: string;
  readonly type: EntityType;
  /** Its folded words that no list of names, places or words has: likelier than others to be mistyped. */
  readonly unlisted: readonly string[];
  /** `Mr` in "Mr Lee", without its full stop. */
  readonly honorific: string | undefined;
  readonly paragraph: Paragraph;
  /** Headlines and datelines follow rules of their own for capitals and short forms. */
  readonly part: 'headline' | 'dateline' | 'body';
}

export type DateType = 'DATE' | 'TIME' | 'DURATION' | 'SET';

/** What the words of a date say, and nothing that we conclude: only this may be contradicted. */
export interface StatedDate {
  readonly year?: number;
  readonly month?: number;
  /** The day of the month, as written: it may be 31 in April. */
  readonly day?: number;
  /** 0 is Sunday. */
  readonly weekday?: number;
}

export interface DateMention {
  readonly kind: 'date';
  readonly paragraph: Paragraph;
  readonly span: Span;
  readonly text: string;
  readonly type: DateType;
  readonly stated: StatedDate;
  /** Where the parts of {@link stated} stand, so that a fix can change one of them. */
  readonly parts: { readonly [Part in keyof StatedDate]?: Span };
  /** A TIMEX3 value; what the words leave open is `X`. */
  readonly value: string;
  /** The day it stands for, where it stands for one day and that can be known. */
  readonly resolved: CalendarDate | undefined;
  /** How {@link resolved} was concluded, for the hover; undefined where the words state the day in full. */
  readonly why: string | undefined;
}

export interface QuoteMention {
  readonly kind: 'quote';
  /** With its marks; runs to the end of the paragraph where it is never closed. */
  readonly span: Span;
  readonly text: string;
  /** The words between the marks. */
  readonly words: Span;
  /** `continued` where it runs on in the next paragraph, which opens it again. */
  readonly end: 'closed' | 'continued' | 'missing';
  /** Who says it, where that stands: the words that name the speaker. */
  readonly speaker: Span | undefined;
  /** The verb or the phrase of attribution ("said", "according to"). */
  readonly cue: Span | undefined;
  readonly paragraph: Paragraph;
  /** It goes on with the quotation before it: as the next part of a split one, or the next paragraph of a running one. */
  readonly goesOn: boolean;
}

/** Who or what mentions of one text stand for. */
export interface Entity {
  readonly type: EntityType;
  /** Its fullest name, as first printed. */
  readonly name: string;
  /** Whether the text gives more than a surname anywhere. */
  readonly isNamed: boolean;
  /** In reading order; never empty. */
  readonly mentions: readonly [NameMention, ...NameMention[]];
}

/** Words in an article, with the article. */
export interface Passage {
  readonly article: ArticleHead;
  readonly span: Span;
  readonly text: string;
}

/** What is known of an article without its text. */
export interface ArticleHead {
  /** Its path relative to its sources folder, or the id it was given. */
  readonly id: string;
  readonly title: string;
  readonly published: CalendarDate | undefined;
  /** Where it can be opened; undefined where it stands in no file. */
  readonly uri: string | undefined;
  /** Whoever wrote it, as its file says. */
  readonly byline?: string | undefined;
  /** Who published it, as its file says. */
  readonly outlet?: string | undefined;
  /** Where its text stands in its file; undefined where the file is the text. */
  readonly places?: readonly [TextPlace, ...TextPlace[]] | undefined;
}

/** From this offset on, a text stands in its file from this line and column on, both from 0, up to the next place. */
export interface TextPlace {
  readonly at: number;
  readonly line: number;
  readonly column: number;
}

export const SEVERITIES = ['hint', 'information', 'warning', 'error'] as const;

export type Severity = (typeof SEVERITIES)[number];

export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** What a desk declares: an item of a list in its `stet.yaml`, a line each. */
export type Declaration =
  | { readonly list: 'house-forms'; readonly item: string }
  | { readonly list: 'not-the-same-as'; readonly item: readonly [string, string] }
  | { readonly list: 'decisions'; readonly item: Decision };

/** How marks are printed: quotation marks and apostrophes. */
export const MARK_STYLES = ['straight', 'curly'] as const;

export type MarkStyle = (typeof MARK_STYLES)[number];

/** The English that a draft is written in. */
export const DIALECTS = ['british', 'american'] as const;

export type Dialect = (typeof DIALECTS)[number];

/** How the desk spells a name. */
export interface HouseForm {
  readonly form: string;
  /** Other forms that are fine too. */
  readonly accept: readonly string[];
  /** Forms that it replaces, besides those that are the same name spelled otherwise. */
  readonly insteadOf: readonly string[];
}

/**
 * What an editor has decided about some words: that what a rule reports of them may stand, or that they are checked.
 * It holds for the words and not for a line, and lapses when they change.
 */
export type Decision = Standing | CheckMark;

/** “Stet”: what this rule reports of these words stands. */
interface Standing extends DecidedWords {
  readonly rule: string;
}

/** Somebody has checked a mention: nothing that rules of its kind report of it is news. */
export interface CheckMark extends DecidedWords {
  readonly checked: Mention['kind'];
  readonly by: string;
  readonly on: CalendarDate;
}

interface DecidedWords {
  readonly words: string;
  /** The path of the one draft it holds for, relative to `stet.yaml`; undefined: for all of the workspace. */
  readonly draft?: string;
  /** Where it holds for one place: the words on either side, by which the place is found again. */
  readonly beside?: { readonly before: string; readonly after: string };
}

/** Who marks mentions as checked, and when. */
export type Signature = Pick<CheckMark, 'by' | 'on'>;

/** What an editor can do about a finding: edits of the draft, or a line of the desk's settings. */
export interface Fix {
  readonly title: string;
  /** Sorted, and never overlapping. */
  readonly edits: readonly Edit[];
  /** What the desk would declare in its settings, instead of an edit of the draft. */
  readonly declares?: Declaration;
  /** It changes what somebody is quoted to have said: the editor sees it in full before it is made. */
  readonly needsConfirmation?: true;
  /** Set only where one fix is certain. */
  readonly isPreferred?: true;
}

/** What a rule reports. Plain data, and about one version of one draft. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly evidence: readonly Passage[];
  readonly fixes: readonly Fix[];
}
