/** The structure of a news text: headline, dateline, body, and what is not copy at all. */

import { parseFullDate } from '../dates/calendar.ts';
import type { CalendarDate } from '../model.ts';
import { CAPITAL, LETTER } from './letters.ts';
import type { Paragraph } from './paragraphs.ts';

export type Part = 'headline' | 'body' | 'boilerplate' | 'unread';

/** A longer paragraph, in UTF-16 code units, is no copy; reading it would only hold up everything else. */
const LONGEST_PARAGRAPH = 50_000;

interface Dateline {
  readonly paragraph: Paragraph;
  /** From the start of the paragraph to the end of the dash. */
  readonly length: number;
  readonly date: CalendarDate | undefined;
}

export interface Structure {
  /** What each paragraph is, by its index. */
  readonly parts: readonly Part[];
  readonly dateline: Dateline | undefined;
}

/** The line that ends a story on the wire. */
const END_MARK = /^[-—–*#(\s]*(?:end of (?:article|story|text)|ends?|30|endit)[-—–*#)\s.]*$|^#{2,}$/i;
/** The line that opens a legal notice; whatever follows belongs to it. */
const NOTICE_HEAD =
  /^(?:legal )?(?:disclaimers?|notice|terms of (?:use|service)|copyright(?: notice)?)\b[^.]{0,40}:?$|^(?:about (?:the author|us|this site)|contact (?:us|the author))\b.{0,40}:?$/i;
/** A legal notice that stands in one paragraph. */
const NOTICE =
  /^(?:copyright\b|©|\(c\) ?\d{4})|\ball rights reserved\b|\bmay not be (?:published|reproduced|broadcast)\b|\bwithout warranty of any kind\b|\bdo(?:es)? not accept any (?:responsibility|liability)\b/i;
/** The line above a list of other stories. */
const RELATED_HEAD =
  /^(?:related (?:articles?|stor(?:y|ies)|news|coverage|topics|content)|read (?:more|next|also)|also read|see also|more (?:stories|news|on this|from)\b|recommended|most read|you may also like|top stories)\b.{0,60}$/i;
/** Invitations to subscribe, follow and share. */
const SOLICITATION =
  /^(?:sign up (?:for|to)|subscribe (?:to|now)|click here|follow (?:us|\S+ on)|download (?:our|the) app|share this|advertisement$|slideshow(?: \(\d+ images?\))?$|story continues below|read more (?:at|here|:))/i;

/** A longer paragraph that holds such words is a story on one line, with a notice at its end. */
const LONGEST_NOTICE = 1_500;

/** `HONG KONG (AP) —`, `BEIJING, Jan. 5, 2026 (Reuters) –`, `WASHINGTON -- `, `Zagreb, Wednesday, 3 October 2024 - `. */
const DATELINE = new RegExp(
  String.raw`^(?:[${CAPITAL}][${LETTER}\u0300-\u036f.'’-]+(?:[ -][${CAPITAL}][${LETTER}.'’-]*){0,3})(?:, [${CAPITAL}][${LETTER}.]+(?: [${CAPITAL}][${LETTER}]+)?)?(?:(?:,? (?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?)?,? (?<date>[A-Z][a-z]{2,8}\.? \d{1,2}(?:,? \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?(?:,? \d{4})?))?(?:(?: ?\([^()]{2,40}\))? ?(?:—|–|--)| ?\([^()]{2,40}\) ?-|(?<hyphen> -(?= )))\s*`,
);

const CAPITALS = new RegExp(String.raw`^[${CAPITAL}][${CAPITAL}\u0300-\u036f.'’-]+(?![${LETTER}])`);

const MAX_HEADLINE_WORDS = 25;

/** What the words of a paragraph say of its part in the text. */
export type Traits = 'unread' | 'related' | 'end' | 'notice' | 'copy';

export function traitsOf(line: string): Traits {
  if (line.length > LONGEST_PARAGRAPH) return 'unread';
  if (RELATED_HEAD.test(line)) return 'related';
  if (END_MARK.test(line) || NOTICE_HEAD.test(line)) return 'end';
  return line.length <= LONGEST_NOTICE && (NOTICE.test(line) || SOLICITATION.test(line)) ? 'notice' : 'copy';
}

/**
 * Reads the structure from the paragraphs of a whole text, markup included. Depends on nothing else; linear. What
 * {@link traitsOf} says of a paragraph may come from memory.
 */
export function readStructure(
  paragraphs: readonly Paragraph[],
  text: string,
  traits: (paragraph: Paragraph) => Traits = (it) => traitsOf(it.text),
): Structure {
  const all = paragraphs.map(traits);
  const parts = all.map((it): Part => (it === 'unread' ? 'unread' : 'body'));
  for (let i = 0; i < paragraphs.length; i++) {
    if (all[i] === 'related') {
      // "More On This" may stand amid the story: only the headlines right below it belong to it.
      parts[i] = 'boilerplate';
      while (i + 1 < parts.length && isHeadlineLike(paragraphs[i + 1]?.text ?? ''))
        parts[++i] = 'boilerplate';
    } else if (all[i] === 'end') {
      // Above the story such a line is only itself; below it, everything that follows belongs to it.
      if (!parts.some((it, k) => k < i && it === 'body' && endsSentence(paragraphs[k]?.text ?? '')))
        parts[i] = 'boilerplate';
      else {
        parts.fill('boilerplate', i);
        break;
      }
    } else if (all[i] === 'notice') parts[i] = 'boilerplate';
  }
  markRelatedHeadlines(paragraphs, parts, text);
  markHeadline(paragraphs, parts);
  return { parts, dateline: findDateline(paragraphs, parts) };
}

/**
 * Two or more lines without a stop, after the story's last sentence, are headlines of other stories. A list or a table
 * of the story's own (results, dates, a toll by province) ends without a stop too: it is copy.
 */
function markRelatedHeadlines(paragraphs: readonly Paragraph[], parts: Part[], text: string): void {
  let last = parts.length - 1;
  while (last >= 0 && parts[last] === 'boilerplate') last--;
  let first = last;
  while (first > 0 && isHeadlineLike(paragraphs[first]?.text ?? '')) first--;
  if (last - first < 2 || !endsSentence(paragraphs[first]?.text ?? '')) return;
  if (isList(paragraphs.slice(first + 1, last + 1), text)) return;
  parts.fill('boilerplate', first + 1, last + 1);
}

/** By their marks or columns, by the colon that leads them in, or by a figure in most of them. */
function isList(lines: readonly Paragraph[], text: string): boolean {
  // In Markdown the marks are no copy: they stand before the paragraph, on its line.
  const marked = lines.map(({ start, end }) => text.slice(text.lastIndexOf('\n', start - 1) + 1, end));
  const results = lines.filter((it) => RESULT.test(it.text)).length;
  return results * 2 > lines.length || marked.some((it) => LIST_LINE.test(it));
}

const LIST_LINE = /^\s*(?:(?:[-+*•▪◦·–—]|\d{1,3}[.)])\s|\|)|\t|\|[^|\n]*\||:$/;
/** "Lao Cai: 75 dead", "Arsenal 2-1 Brentford", "6-4 7-6". */
const RESULT = /:\s\D{0,3}\d|(?<!\d)\d{1,3}[-–]\d{1,3}(?!\d)/;

/** The lines above the first sentence are the headline and its deck. */
function markHeadline(paragraphs: readonly Paragraph[], parts: Part[]): void {
  for (let i = 0; i < Math.min(3, parts.length); i++) {
    if (parts[i] !== 'body') continue;
    const text = paragraphs[i]?.text ?? '';
    if (!isHeadlineLike(text) || datelineOf(text) || parts.length === 1) return;
    parts[i] = 'headline';
  }
}

function findDateline(paragraphs: readonly Paragraph[], parts: readonly Part[]): Dateline | undefined {
  for (let i = 0; i < Math.min(6, parts.length); i++) {
    const paragraph = paragraphs[i];
    if (!paragraph || parts[i] !== 'body') continue;
    const match = datelineOf(paragraph.text);
    if (!match) continue;
    const { date } = match.groups ?? {};
    return { paragraph, length: match[0].length, date: date ? parseFullDate(date) : undefined };
  }
  return undefined;
}

function datelineOf(text: string): RegExpExecArray | undefined {
  const match = DATELINE.exec(text);
  // Without a day a hyphen may be any dash, and who has no capitals may be anybody: "Rooney — who", "US - China".
  const { date, hyphen } = match?.groups ?? {};
  return match && (date || (!hyphen && CAPITALS.test(text))) ? match : undefined;
}

function isHeadlineLike(text: string): boolean {
  const words = text.split(/\s+/, MAX_HEADLINE_WORDS + 1).length;
  return words >= 2 && words <= MAX_HEADLINE_WORDS && !endsSentence(text);
}

function endsSentence(text: string): boolean {
  return /[.!?…][)\]"'”’»]*$/.test(text.slice(-6));
}
