/** Temporal expressions and their TIMEX3 values: marked copy in, marked copy out. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseIsoDate } from '../../../server/src/core/dates/calendar.ts';
import { readDates } from '../../../server/src/core/dates/find.ts';
import { readTokens } from '../../../server/src/core/dates/tokens.ts';
import type { DateMention } from '../../../server/src/core/model.ts';
import { splitWords } from '../../../server/src/core/text/words.ts';
import { read } from '../../support/check.ts';
import { mark, readFixture } from '../../support/markers.ts';

/** The copy with its dates marked by type and value. */
function marked(text: string, writtenFor?: string): string {
  return mark(
    text,
    datesOf(text, writtenFor).map(({ span, type, value }) => ({ span, note: `${type} ${value}` })),
  );
}

function datesOf(text: string, writtenFor?: string): readonly DateMention[] {
  const date = writtenFor === undefined ? undefined : parseIsoDate(writtenFor);
  return read(text, date ? { writtenFor: date } : {}).dates;
}

const WRITTEN_FOR = '2026-01-04';

/** Written for Sunday 4 January 2026. */
const COPY: readonly (readonly [what: string, ...copy: readonly string[]])[] = [
  [
    'full dates, in the order of either side of the Atlantic',
    'He was born on [[January 4, 1999|DATE 1999-01-04]], she on [[4 January 1999|DATE 1999-01-04]].',
    'The law of [[Sept. 11, 2001|DATE 2001-09-11]], and that of [[2001-09-11|DATE 2001-09-11]].',
    'It fell on [[Monday, January 5, 2026|DATE 2026-01-05]].',
    'It was signed on [[the 4th of July 1976|DATE 1976-07-04]], not on [[7/8/07|DATE 2007-07-08]].',
    'He left on [[12 May 1916|DATE 1916-05-12]].',
  ],
  [
    'Chinese and Korean dates',
    '会谈于[[2026年1月4日|DATE 2026-01-04]]举行。',
    '[[2026년 1월 4일|DATE 2026-01-04]] 서울에서',
  ],
  [
    'ranges have two ends',
    'Lee will visit China from [[January 4|DATE 2026-01-04]] to [[7|DATE 2026-01-07]].',
    'The fair is open [[Jan. 4|DATE 2016-01-04]]-[[7, 2016|DATE 2016-01-07]].',
    '[[May 10|DATE 2025-05-10]] and [[11|DATE 2025-05-11]] were holidays. On [[May 2|DATE 2025-05-02]] and 3 people fell.',
    'Between [[May|DATE 2025-05]] and [[June|DATE 2025-06]] it rained.',
    'From [[November 15|DATE 1988-11-15]] to [[February 15, 1989|DATE 1989-02-15]] the front held.',
    'The war of [[1914|DATE 1914]]-[[18|DATE 1918]] was over.',
  ],
  [
    'days without a year, by the day that the copy is written for and the verb',
    'The office said on [[Dec. 30|DATE 2025-12-30]] that he will go on [[January 5|DATE 2026-01-05]].',
    'The court will rule on [[June 7|DATE 2026-06-07]].',
  ],
  [
    'weekdays look where the verb looks',
    'The Blue House said on [[Tuesday|DATE 2025-12-30]] that they will meet on [[Tuesday|DATE 2026-01-06]].',
    'On [[Tuesday|DATE 2026-01-06]], Lee is set to meet Zhao.',
    'Wi told a briefing [[Friday|DATE 2026-01-02]]. On [[Tuesday|DATE 2026-01-06]], Lee is set to meet Li.',
    'Talks ended [[late Tuesday night|TIME 2025-12-30TNI]], and resume [[next Monday|DATE 2026-01-05]].',
    'He resigned [[last Sunday|DATE 2025-12-28]]. Staff are told by [[Tuesday|DATE 2026-01-06]].',
  ],
  [
    'a participle after “be” looks where what governs it looks',
    'The report is due to be published on [[Thursday|DATE 2026-01-08]]; the body was found on [[Friday|DATE 2026-01-02]].',
    'He would be freed by [[Tuesday|DATE 2026-01-06]]. She is to be formally charged on [[Monday|DATE 2026-01-05]].',
  ],
  [
    'what is fixed stands in the present, and what is moved comes',
    'The ban takes effect on [[Monday|DATE 2026-01-05]]. The visit starts [[Tuesday|DATE 2026-01-06]]. The match is on [[Saturday|DATE 2026-01-10]].',
    'The vote has been pushed back to [[Thursday|DATE 2026-01-08]]. [[This Friday|DATE 2026-01-09]]’s talks come first.',
  ],
  [
    'weeks beside a weekday',
    'They play on [[Saturday week|DATE 2026-01-17]], and [[a week on Monday|DATE 2026-01-12]] he is back.',
    'On [[Monday|DATE 2025-12-29]] [[week-long|DURATION P1W]] talks ended.',
  ],
  [
    'weekdays by their number in a month',
    'They vote on [[the first Tuesday in November|DATE 2025-11-04]], or [[the last Sunday of May 2016|DATE 2016-05-29]].',
    'It closes on [[the Fourth of July|DATE 2026-07-04]].',
  ],
  [
    'weeks, months and years beside today',
    '[[Last week|DATE 2025-W52]], China held drills; [[this year|DATE 2026]] it may hold more.',
    'They will talk [[later this month|DATE 2026-01]] and [[next year|DATE 2027]].',
    'He met Xi [[last November|DATE 2025-11]], in [[October of last year|DATE 2025-10]], and [[today|DATE 2026-01-04]].',
    'In [[March last year|DATE 2025-03]] he met Li, on [[12 June last year|DATE 2025-06-12]] Xi, on [[Christmas Eve last year|DATE 2025-12-24]] both.',
    'The sky was grey [[the day before yesterday|DATE 2026-01-02]]. [[Later this week|DATE 2026-W01]] and [[later in the month|DATE 2026-01]] it will be blue.',
    'He said so [[yesterday|DATE 2026-01-03]] and [[this morning|TIME 2026-01-04TMO]]. Over [[the weekend|DATE 2026-W01-WE]] he slept.',
  ],
  [
    'so far away',
    'It began [[three years ago|DATE 2023]] and ended [[two days ago|DATE 2026-01-02]].',
    'He fell on [[May 10, 1999|DATE 1999-05-10]] and died [[two days later|DATE 1999-05-12]].',
    'Profit was higher than [[a year earlier|DATE 2025]], or [[a year and a half ago|DATE 2024-07]].',
  ],
  [
    'quarters, halves, seasons and fiscal years',
    'Sales rose in [[the third quarter|DATE 2025-Q3]], from [[the first quarter of 2009|DATE 2009-Q1]].',
    'The [[third-quarter|DATE 2025-Q3]] loss; [[the second half of 2008|DATE 2008-H2]]; [[fiscal 1998|DATE 1998]].',
    'In [[the spring of 1916|DATE 1916-SP]], and [[last summer|DATE 2025-SU]].',
  ],
  [
    'years, decades, centuries, with what part of them',
    'Not since [[2019|DATE 2019]], or [[early 1998|DATE 1998]], or [[the mid-1990s|DATE 199]], or [[the ’80s|DATE 198]].',
    'She sang in [[the mid-80s|DATE 198]], in her mid-30s, and not since [[9/11|DATE 2001-09-11]].',
    'In [[the 19th century|DATE 18]] and by [[the end of last year|DATE 2025]]; in [[499|DATE BC0499]]-[[493 BC|DATE BC0493]].',
  ],
  [
    'durations, hyphenated and spelled',
    'A [[four-day|DURATION P4D]] visit after [[two years|DURATION P2Y]] and [[several months|DURATION PXM]].',
    'Over [[the last decade|DURATION P1DE]] it took [[more than a decade|DURATION P1DE]], [[half an hour|DURATION PT30M]] and [[the past five years|DURATION P5Y]].',
    'He waited for [[hours|DURATION PTXH]] in [[a week|DURATION P1W]] of talks; a [[24-hour|DURATION PT24H]] truce.',
  ],
  [
    'what recurs',
    'They meet [[every Tuesday|SET XXXX-WXX-2]], [[daily|SET P1D]], and pay $5 [[a year|SET P1Y]], twice [[a week|SET P1W]].',
    'On [[Mondays|SET XXXX-WXX-1]] and [[Saturday mornings|SET XXXX-WXX-6TMO]] he runs; two Fridays ago he fell.',
  ],
  [
    'times of day',
    'It will begin at [[10:30 a.m. EST|TIME 2026-01-04T10:30]], not [[7pm Monday|TIME 2026-01-05T19:00]].',
    'Launch at [[16:00 UTC today|TIME 2026-01-04T16:00Z]], lunch at [[noon|TIME 2026-01-04T12:00]].',
    'It struck at [[11:56 a.m. local time|TIME 2025-12-27T11:56]] ([[0611 GMT|TIME 2025-12-27T06:11Z]]) on [[Dec. 27|DATE 2025-12-27]].',
    'He fell at [[10.30pm|TIME 2025-12-30T22:30]] on [[Tuesday night|TIME 2025-12-30TNI]].',
    'He fell in [[the early hours of Friday|TIME 2026-01-02TMO]].',
  ],
  [
    'now, then and soon',
    'He is [[now|DATE PRESENT_REF]] free, was [[recently|DATE PAST_REF]] ill, and will [[soon|DATE FUTURE_REF]] be back.',
  ],
  [
    'holidays',
    'They left on [[Christmas Eve|DATE 2025-12-24]] and on [[Thanksgiving 2012|DATE 2012-11-22]].',
  ],
  [
    'no dates: scores, votes, modal verbs, names, sums, ages',
    'It ended 3-2; the vote was 52-48. He may march on, and sat in the sun 24/7.',
    'April Jones, 42, said the 42-year-old paid $1.05 a share for the Russell 2000 Index.',
    'May will leave office; the second was better, and No. 1999 won.',
    'Three-quarters of the 1,500 people fell; the fall of Saigon.',
    'She told The Daily Telegraph, the Mail on Sunday and a Sunday Times reporter at the 67th Annual Tony Awards.',
    'He hosts Monday Night Football.',
  ],
];

for (const [what, ...copies] of COPY) {
  test(what, () => {
    for (const copy of copies) assert.equal(marked(readFixture(copy).text, WRITTEN_FOR), copy);
  });
}

test('without a written-for date nothing relative is resolved', () => {
  const copy =
    'On [[Tuesday|DATE XXXX-WXX-2]], [[last week|DATE XXXX-WXX]], on [[January 4|DATE XXXX-01-04]] and [[today|DATE XXXX-XX-XX]].';
  assert.equal(marked(readFixture(copy).text), copy);
  for (const { resolved, why } of datesOf(readFixture(copy).text))
    assert.deepEqual([resolved, why], [undefined, undefined]);
});

// From "WikiWars" (Mazur and Dale, 2010; Wikipedia, CC BY-SA 3.0).
test('a tale of other years goes on from the year that it told of last', () => {
  const copy = [
    'On [[September 1, 1939|DATE 1939-09-01]], Germany attacked Poland. By [[early October|DATE 1939-10]], Poland was divided.',
    'In [[March 1940|DATE 1940-03]] Finland sued for peace. In [[April|DATE 1940-04]], Germany invaded Denmark and Norway.',
    'On [[May 10, 1940|DATE 1940-05-10]] Churchill took office. On [[June 10|DATE 1940-06-10]], Italy invaded France.',
  ].join('\n');
  assert.equal(marked(readFixture(copy).text, '2009-12-19'), copy);
});

test('an obituary tells of a life, and of this year', () => {
  const copy = [
    'Ada Moss, the actress, who died on [[Christmas Eve|DATE 2016-12-24]] aged 95, was born on [[May 1, 1921|DATE 1921-05-01]].',
    'She married in [[1945|DATE 1945]]; in [[1984|DATE 1984]] she won a prize. Her husband died in [[2009|DATE 2009]]. In [[the same year|DATE 2009]] she retired.',
    'Her sister died in [[July|DATE 2016-07]].',
  ].join('\n');
  assert.equal(marked(readFixture(copy).text, '2016-12-28'), copy);
});

test('the reason says where the day comes from', () => {
  const [first, second] = datesOf('Lee will land on Monday. He left on January 4, 2026.', WRITTEN_FOR);
  assert.equal(first?.why, 'the draft is written for Sunday 4 January 2026 and the verb looks forward');
  assert.equal(second?.why, undefined);
});

test('the words of a date are kept apart from what they come to', () => {
  const [date] = datesOf('He will fly home on Thursday, 7 January.', WRITTEN_FOR);
  assert.deepEqual(date?.stated, { weekday: 4, day: 7, month: 1 });
  assert.deepEqual(date?.resolved, { year: 2026, month: 1, day: 7 });
});

test('impossible and absurd days are stated and not resolved', () => {
  const dates = datesOf('April 31, 2026, February 29, 2025, May 39 and January 4, 99999.', WRITTEN_FOR);
  assert.deepEqual(
    dates.map(({ stated, resolved }) => [stated.day, resolved?.year]),
    [
      [31, undefined],
      [29, undefined],
      [39, undefined],
      [4, 99999],
    ],
  );
});

test('any text is read without a throw, into spans in order that hold their text', () => {
  const words =
    "January Jan. May march Sunday Sun. 4 4th 31 2026 '98 1980s 10:30 p.m. 7pm the a of last this next two and half " +
    'a-half four-day years year week quarter third fiscal early mid- end ago later earlier Tuesday morning in on from to - – , . ' +
    '2026年1月4日 1 1,000 3.5 $5 % BC Christmas now recent every per noon \ud800 \n 😀 ’';
  const fragment = fc.constantFrom(...words.split(' '), ' ');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(fragment, { maxLength: 40 }).map((it) => it.join(' ')),
        fc.array(fragment, { maxLength: 40 }).map((it) => it.join('')),
        fc.string({ unit: 'binary' }),
      ),
      (text) => {
        let last = 0;
        for (const { span, text: words } of datesOf(text, WRITTEN_FOR)) {
          assert.ok(span.start >= last && span.end > span.start && span.end <= text.length);
          assert.equal(words, text.slice(span.start, span.end).replace(/[\r\n]/g, ' '));
          last = span.end;
        }
      },
    ),
    { seed: 4, numRuns: 1500 },
  );
});

test('long paragraphs take linear time', () => {
  for (const piece of [
    'January 4, 2026 and ',
    '1',
    '1 ',
    '1-',
    'the ',
    'two and a half ',
    'this past ',
    'early ',
    '2026年',
  ]) {
    const started = process.cpuUsage();
    readDates(readTokens(splitWords(piece.repeat(200_000 / piece.length))));
    const { user } = process.cpuUsage(started);
    assert.ok(user < 1_500_000, `${JSON.stringify(piece)} took ${user / 1000} ms`);
  }
});
