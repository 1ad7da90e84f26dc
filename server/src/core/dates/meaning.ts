/** What a temporal expression means by itself, before anybody asks on which day it was written. */

import type { DateType, Span, StatedDate } from '../model.ts';
import type { Unit } from './lexicon.ts';

/** What a relative expression counts from: the day of publication, or what the story told last. */
type From = 'publication' | 'story';

export type Meaning =
  /** Says all there is: "2019", "four days", "now". */
  | { readonly is: 'fixed'; readonly value: string }
  /** "January 4", "May 2026", "October of last year": what is missing lies near. */
  | {
      readonly is: 'calendar';
      readonly year?: number;
      readonly month?: number;
      readonly day?: number;
      /** "October of last year". */
      readonly yearsFrom?: Shift;
      /** "last October". */
      readonly which?: Shift;
    }
  /** "Tuesday", "last Tuesday"; "Tuesday week" is so many weeks after the next. */
  | { readonly is: 'weekday'; readonly weekday: number; readonly which?: Shift; readonly weeks?: number }
  /** "the first Tuesday in November"; the last one of a month is number -1. */
  | {
      readonly is: 'nth weekday';
      readonly nth: number;
      readonly weekday: number;
      readonly month: number;
      readonly year?: number;
    }
  /** "last week", "today", "three years ago", "two days later". */
  | { readonly is: 'shift'; readonly unit: Unit; readonly shift: Shift }
  /** "the third quarter", "next spring": a part of a year by its TIMEX3 code. */
  | {
      readonly is: 'season';
      readonly code: string;
      readonly year?: number;
      readonly yearsFrom?: Shift;
      readonly which?: Shift;
    }
  | { readonly is: 'holiday'; readonly name: string; readonly year?: number; readonly yearsFrom?: Shift }
  /** "at 10 a.m.", "in the morning": a time of a day that stands elsewhere. */
  | { readonly is: 'clock' };

/** So many units from somewhere; by 0 is the very one. */
export interface Shift {
  readonly by: number;
  readonly from: From;
}

/** One temporal expression as the paragraph states it; offsets in the paragraph. */
export interface DateReading {
  readonly span: Span;
  readonly text: string;
  readonly type: DateType;
  readonly meaning: Meaning;
  /** The time of day, by its TIMEX3 code: `T10:30`, `TMO`. */
  readonly clock: string | undefined;
  /** Where the verb of its clause looks. */
  readonly looks: Look | undefined;
  readonly stated: StatedDate;
  readonly parts: { readonly [Part in keyof StatedDate]?: Span };
}

export type Look = 'back' | 'ahead';
