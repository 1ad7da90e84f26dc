/** The calendar against known days, and against itself. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  dateOfDayNumber,
  dayNumber,
  daysInMonth,
  isCalendarDate,
  isLeapYear,
  isoDate,
  isoWeekOf,
  nearestYear,
  parseFullDate,
  parseIsoDate,
  weekdayName,
  weekdayOf,
} from '../../../server/src/core/dates/calendar.ts';
import { dayOfHoliday, easter } from '../../../server/src/core/dates/holidays.ts';

const day = (text: string) => {
  const date = parseIsoDate(text);
  assert.ok(date, text);
  return date;
};

test('weekdays of known days', () => {
  const known = [
    ['1970-01-01', 'Thursday'],
    ['2026-01-04', 'Sunday'],
    ['2000-02-29', 'Tuesday'],
    ['1969-07-20', 'Sunday'],
    ['1900-01-01', 'Monday'],
    ['1582-10-15', 'Friday'],
    ['2024-12-31', 'Tuesday'],
  ] as const;
  for (const [date, weekday] of known) assert.equal(weekdayName(weekdayOf(day(date))), weekday, date);
});

test('leap years are those of the Gregorian calendar, in the year 0 and in the year 99999 too', () => {
  assert.deepEqual([1900, 2000, 2023, 2024, 2100, 0, 99999].map(isLeapYear), [
    false,
    true,
    false,
    true,
    false,
    true,
    false,
  ]);
  assert.equal(daysInMonth(2024, 2), 29);
  assert.equal(daysInMonth(2026, 13), 0);
  assert.equal(isCalendarDate({ year: 2026, month: 4, day: 31 }), false);
  assert.equal(isoDate({ year: 0, month: 2, day: 29 }), '0000-02-29');
  assert.equal(weekdayOf({ year: 99999, month: 12, day: 31 }), 5);
});

test('ISO weeks at the turn of the year', () => {
  const known = [
    ['2026-01-04', 2026, 1],
    ['2025-12-29', 2026, 1],
    ['2021-01-03', 2020, 53],
    ['2016-01-01', 2015, 53],
    ['2018-12-31', 2019, 1],
  ] as const;
  for (const [date, year, week] of known) assert.deepEqual(isoWeekOf(day(date)), { year, week }, date);
});

test('the last day of a month stays the last day of shorter months', () => {
  assert.equal(isoDate(addMonths(day('2024-01-31'), 1)), '2024-02-29');
  assert.equal(isoDate(addMonths(day('2026-01-15'), -13)), '2024-12-15');
});

test('movable feasts', () => {
  assert.equal(isoDate(easter(2024)), '2024-03-31');
  assert.equal(isoDate(easter(2019)), '2019-04-21');
  assert.deepEqual(dayOfHoliday('thanksgiving', 2012), { year: 2012, month: 11, day: 22 });
  assert.deepEqual(dayOfHoliday('memorial day', 2019), { year: 2019, month: 5, day: 27 });
});

test('a date without a year lies nearest to the day it is read on', () => {
  assert.equal(nearestYear({ month: 12, day: 30 }, day('2026-01-04')), 2025);
  assert.equal(nearestYear({ month: 1, day: 4 }, day('2025-12-30')), 2026);
});

test('full dates as datelines print them', () => {
  for (const text of ['Jan. 5, 2026', '5 January 2026', '2026-01-05', 'January 5 2026'])
    assert.deepEqual(parseFullDate(text), { year: 2026, month: 1, day: 5 }, text);
  assert.equal(parseFullDate('April 31, 2026'), undefined);
});

test('day numbers and dates are each other’s inverse', () => {
  fc.assert(
    fc.property(fc.integer({ min: -800_000, max: 40_000_000 }), (number) => {
      const date = dateOfDayNumber(number);
      assert.ok(isCalendarDate(date));
      assert.equal(dayNumber(date), number);
      assert.equal(weekdayOf(addDays(date, 7)), weekdayOf(date));
    }),
    { seed: 1, numRuns: 2000 },
  );
});
