/** The day a text is written for: its publication date, by which "Tuesday" is resolved. */

import type { CalendarDate } from '../model.ts';
import { parseFullDate } from './calendar.ts';

export interface WrittenFor {
  readonly date: CalendarDate;
  /** Who says so, in words for the editor. */
  readonly from: 'the request' | 'the front matter' | 'the dateline' | 'stet.yaml';
}

/** Who may say what day a text is written for; the first of them that does is believed. */
export interface WrittenForCandidates {
  /** By command line, command or archive record. */
  readonly requested: CalendarDate | undefined;
  /** The text's own front matter. */
  readonly frontMatter: string;
  readonly dateline: CalendarDate | undefined;
  /** By `stet.yaml`. */
  readonly configured: CalendarDate | undefined;
}

export function settleWrittenFor(candidates: WrittenForCandidates): WrittenFor | undefined {
  const { requested, frontMatter, dateline, configured } = candidates;
  if (requested) return { date: requested, from: 'the request' };
  const inFrontMatter = dateInFrontMatter(frontMatter);
  if (inFrontMatter) return { date: inFrontMatter, from: 'the front matter' };
  if (dateline) return { date: dateline, from: 'the dateline' };
  return configured && { date: configured, from: 'stet.yaml' };
}

/** The date that front matter gives, under the names that site generators and content systems use for it. */
function dateInFrontMatter(frontMatter: string): CalendarDate | undefined {
  const line = /^(?:written-for|date|published|publish_?date|pub_?date)\s*:\s*["']?(.{8,40})/im.exec(
    frontMatter,
  );
  return line ? parseFullDate(line[1] ?? '') : undefined;
}
