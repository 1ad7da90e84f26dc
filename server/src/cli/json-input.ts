/** Reads the fields of JSON input; what is missing or of another type throws a sentence that says so. */

import { parseIsoDate } from '../core/dates/calendar.ts';
import type { CalendarDate } from '../core/model.ts';

export type JsonObject = { readonly [key: string]: unknown };

export function asObject(data: unknown, what: string): JsonObject {
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new Error(`${what} is not an object`);
  return data as JsonObject;
}

export function textField(object: JsonObject, key: string): string {
  const value = object[key];
  if (typeof value !== 'string')
    throw new Error(`“${key}” is ${value === undefined ? 'missing' : 'not a text'}`);
  return value;
}

/** A day; undefined where the field is missing, null or empty. What follows the day ("T08:00Z") is left alone. */
export function dateField(object: JsonObject, key: string): CalendarDate | undefined {
  const value = object[key];
  if (value === undefined || value === null || value === '') return undefined;
  const date = typeof value === 'string' ? parseIsoDate(value.slice(0, 10)) : undefined;
  if (!date) throw new Error(`“${key}” is ${JSON.stringify(value)}; it can be a day such as 2026-01-04`);
  return date;
}
