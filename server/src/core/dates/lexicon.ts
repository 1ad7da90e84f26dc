/** What single words say about time: months, weekdays, units, numbers, and the small words that join them. */

/** A unit of time as TIMEX3 writes it, except that minutes are `MIN`: `M` is the month. */
export type Unit = 'S' | 'MIN' | 'H' | 'D' | 'W' | 'WE' | 'M' | 'Q' | 'Y' | 'DE' | 'CE';

/** Parts of the day and seasons, by their TIMEX3 codes. */
export type DayPart = 'MO' | 'AF' | 'EV' | 'NI' | 'DT';
type Season = 'SP' | 'SU' | 'FA' | 'WI';

/** What a word is to a date. `word` is the word in small letters. */
export type Entry = { readonly word: string } & (
  | { readonly is: 'month'; readonly month: number; readonly isShort: boolean }
  | { readonly is: 'weekday'; readonly weekday: number; readonly isShort: boolean }
  | { readonly is: 'unit'; readonly unit: Unit; readonly isPlural: boolean }
  /** `digits` is how many digits it is written with; 0 for words. */
  | { readonly is: 'number'; readonly n: number; readonly digits: number }
  | { readonly is: 'ordinal'; readonly n: number; readonly digits: number }
  /** "1980s", "80s", "eighties". */
  | { readonly is: 'decade'; readonly n: number }
  | { readonly is: 'part'; readonly part: DayPart }
  | { readonly is: 'season'; readonly season: Season }
  | { readonly is: 'frequency'; readonly value: string }
  | { readonly is: 'reference'; readonly value: string }
  /** "yesterday": so many days from the day of publication. */
  | { readonly is: 'day'; readonly by: number }
  /** "7pm". */
  | { readonly is: 'clock'; readonly hour: number }
  /** "last" looks back by one, "this" stays, "next" looks ahead. */
  | { readonly is: 'which'; readonly by: -1 | 0 | 1; readonly from: 'publication' | 'story' }
  /** "early", "the end of": which end of what follows. */
  | { readonly is: 'edge' }
  | { readonly is: 'vague' }
  | { readonly is: 'holiday' }
  | { readonly is: 'word' }
);

const lexicon = new Map<string, Entry>();

function add(words: string, entry: (word: string, index: number) => Entry): void {
  words.split(' ').forEach((word, index) => {
    lexicon.set(word, entry(word, index));
  });
}

/** What a word says; undefined where it says nothing about time. Figures are read by {@link entryOfFigure}. */
export function entryOf(word: string): Entry | undefined {
  // Most words are written in small letters.
  return lexicon.get(word.charCodeAt(0) < 0x61 ? word.toLowerCase() : word);
}

add('jan feb mar apr may jun jul aug sep oct nov dec', (word, index) => ({
  word,
  is: 'month',
  month: index + 1,
  isShort: true,
}));
lexicon.set('sept', { word: 'sept', is: 'month', month: 9, isShort: true });
add(
  'january february march april may june july august september october november december',
  (word, index) => ({ word, is: 'month', month: index + 1, isShort: false }),
);

add('sunday monday tuesday wednesday thursday friday saturday', (word, weekday) => ({
  word,
  is: 'weekday',
  weekday,
  isShort: false,
}));
for (const [weekday, words] of ['sun', 'mon', 'tue tues', 'wed', 'thu thur thurs', 'fri', 'sat'].entries())
  add(words, (word) => ({ word, is: 'weekday', weekday, isShort: true }));

const UNITS: Readonly<Record<string, Unit>> = {
  second: 'S',
  minute: 'MIN',
  hour: 'H',
  day: 'D',
  week: 'W',
  weekend: 'WE',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
  decade: 'DE',
};
for (const [word, unit] of Object.entries(UNITS)) {
  lexicon.set(word, { word, is: 'unit', unit, isPlural: false });
  lexicon.set(`${word}s`, { word: `${word}s`, is: 'unit', unit, isPlural: true });
}
add('century fortnight', (word, i) => ({ word, is: 'unit', unit: i === 0 ? 'CE' : 'W', isPlural: false }));
add('centuries fortnights', (word, i) => ({ word, is: 'unit', unit: i === 0 ? 'CE' : 'W', isPlural: true }));

add(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen twenty',
  (word, n) => ({ word, is: 'number', n, digits: 0 }),
);
add('twenty thirty forty fifty sixty seventy eighty ninety hundred', (word, index) => ({
  word,
  is: 'number',
  n: 20 + 10 * index,
  digits: 0,
}));
add(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth ' +
    'sixteenth seventeenth eighteenth nineteenth twentieth',
  (word, index) => ({ word, is: 'ordinal', n: index + 1, digits: 0 }),
);
add('twenties thirties forties fifties sixties seventies eighties nineties', (word, index) => ({
  word,
  is: 'decade',
  n: 1920 + 10 * index,
}));

for (const [part, words] of [
  ['MO', 'morning mornings dawn'],
  ['AF', 'afternoon afternoons'],
  ['EV', 'evening evenings dusk'],
  ['NI', 'night'],
  ['DT', 'daytime'],
] as const)
  add(words, (word) => ({ word, is: 'part', part }));
for (const [season, words] of [
  ['SP', 'spring'],
  ['SU', 'summer'],
  ['FA', 'fall autumn'],
  ['WI', 'winter'],
] as const)
  add(words, (word) => ({ word, is: 'season', season }));

for (const [value, words] of [
  ['P1D', 'daily nightly everyday'],
  ['PT1H', 'hourly'],
  ['P1W', 'weekly'],
  ['P1M', 'monthly'],
  ['P3M', 'quarterly'],
  ['P1Y', 'yearly annually annual'],
] as const)
  add(words, (word) => ({ word, is: 'frequency', value }));

add('mondays tuesdays wednesdays thursdays fridays saturdays sundays', (word, index) => ({
  word,
  is: 'frequency',
  value: `XXXX-WXX-${index + 1}`,
}));

for (const [value, words] of [
  ['PRESENT_REF', 'now currently presently nowadays current'],
  ['PAST_REF', 'recently lately recent'],
  ['FUTURE_REF', 'soon'],
] as const)
  add(words, (word) => ({ word, is: 'reference', value }));

add('yesterday today tomorrow', (word, index) => ({ word, is: 'day', by: index - 1 }));
lexicon.set('tonight', { word: 'tonight', is: 'day', by: 0 });

for (const [by, from, words] of [
  [-1, 'publication', 'last past'],
  [-1, 'story', 'previous preceding'],
  [0, 'publication', 'this current'],
  [0, 'story', 'that same'],
  [1, 'publication', 'next coming'],
  [1, 'story', 'following'],
] as const)
  add(words, (word) => ({ word, is: 'which', by, from }));

add('early late mid earlier later end beginning start middle', (word) => ({
  word,
  is: 'edge',
}));
add('several few many some couple numerous multiple countless dozens hundreds', (word) => ({
  word,
  is: 'vague',
}));
add(
  'christmas thanksgiving easter halloween independence labor memorial new good boxing valentine veterans martin',
  (word) => ({ word, is: 'holiday' }),
);
add(
  'a an the of and in half ago before after from to through until till about around nearly almost roughly approximately ' +
    'over more less at up just under well than least most as long every each other per fiscal latest noon midnight ' +
    "am pm a.m a.m. p.m p.m. o'clock these those its future time present bc b.c. bce rest remainder entire whole once " +
    'twice times consecutive straight full additional near foreseeable trading working business successive solid ahead final between',
  (word) => lexicon.get(word) ?? { word, is: 'word' },
);

/** The shapes of all entries: asking for a word's shape is quicker than cutting it out of its text. */
const shapes = new Uint8Array(0x1000);
for (const word of lexicon.keys())
  shapes[shapeOf(word.charCodeAt(0), word.charCodeAt(word.length - 1), word.length)] = 1;

function shapeOf(first: number, last: number, length: number): number {
  return ((first & 0x1f) << 7) | ((last & 0x1f) << 2) | (length & 3);
}

/** Whether some entry begins and ends as the word from `start` to `end` of a text; most words look like none. */
export function looksLikeEntry(text: string, start: number, end: number): boolean {
  return shapes[shapeOf(text.charCodeAt(start), text.charCodeAt(end - 1), end - start)] === 1;
}

/** What a word that begins with a figure says: "4", "2026", "4th", "1980s", "80s", "7pm". */
export function entryOfFigure(word: string): Entry | undefined {
  const match = /^(\d{1,5})(st|nd|rd|th|s|am|pm)?$/i.exec(word);
  if (!match) return undefined;
  const digits = match[1] ?? '';
  const n = Number(digits);
  switch (match[2]?.toLowerCase()) {
    case undefined:
      return { word, is: 'number', n, digits: digits.length };
    case 's':
      if (n % 10 !== 0 || (digits.length !== 4 && digits.length !== 2)) return undefined;
      return { word, is: 'decade', n: digits.length === 4 ? n : (n > 20 ? 1900 : 2000) + n };
    case 'am':
      return n >= 1 && n <= 12 ? { word, is: 'clock', hour: n % 12 } : undefined;
    case 'pm':
      return n >= 1 && n <= 12 ? { word, is: 'clock', hour: (n % 12) + 12 } : undefined;
    default:
      return { word, is: 'ordinal', n, digits: digits.length };
  }
}
