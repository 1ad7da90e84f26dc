/** The days that sources give for what seems to be the same event. */

import type { Comparison } from '../comparison.ts';
import type { DateMention } from '../model.ts';
import { claimsOf, type DateClaim, type Likeness } from './claims.ts';

/** A claim of a source as alike as this tells of the same event, if it has the same day. */
const AGREES = 0.12;

/** Whether a source supports a day: its clause is alike, and so is its date. */
export function agrees(date: DateMention, { alike, claim }: Likeness<DateClaim>): boolean {
  return alike >= AGREES && isSameDay(date, claim.date);
}

/** Dates of which one states no year are the same by day and month. */
export function isSameDay(a: DateMention, b: DateMention): boolean {
  const [one, other] = [a.value.slice(0, 10), b.value.slice(0, 10)];
  if (one === other) return true;
  const bothStated = a.stated.day !== undefined && b.stated.day !== undefined;
  const isOpen = a.stated.year === undefined || b.stated.year === undefined;
  return bothStated && isOpen && one.slice(5) === other.slice(5);
}

/** The claims of sources that have the same day for what a date of the draft tells, the most alike first. */
export function agreeingClaims(
  { draft, articles, claims }: Comparison,
  date: DateMention,
): readonly Likeness<DateClaim>[] {
  const claim = claimsOf(draft).find((it): it is DateClaim => it.of === 'day' && it.date === date);
  if (!claim || articles.length === 0) return [];
  return claims()
    .near(claim)
    .filter((it) => agrees(date, it));
}
