/** The day in a time stamp, as the place where it was written had it: time zones are not converted. */

import { parseIsoDate } from '../../core/dates/calendar.ts';
import type { CalendarDate } from '../../core/model.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Reads ISO 8601 in both its forms (2026-01-05T…, 20260105T…) and RFC 822 (Mon, 05 Jan 2026 …); undefined for others. */
export function dayOf(stamp: string | undefined): CalendarDate | undefined {
  const text = stamp?.trim() ?? '';
  const iso = /^(\d{4})-?(\d\d)-?(\d\d)(?!\d)/.exec(text);
  if (iso) return parseIsoDate(`${iso[1]}-${iso[2]}-${iso[3]}`);
  const mail = /^(?:[a-z]{3},\s*)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})\b/i.exec(text);
  const month = MONTHS.indexOf(mail?.[2]?.toLowerCase() ?? '') + 1;
  if (!mail || month === 0) return undefined;
  return parseIsoDate(`${mail[3]}-${pad(month)}-${pad(mail[1])}`);
}

function pad(number: number | string | undefined): string {
  return String(number).padStart(2, '0');
}
