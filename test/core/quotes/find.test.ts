/** Quotations and their speakers: marked copy in, marked copy out. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { utterancesOf } from '../../../server/src/core/quotes/find.ts';
import { readInSteps } from '../../../server/src/core/reading.ts';
import { read } from '../../support/check.ts';
import { mark, readFixture } from '../../support/markers.ts';
import { tools } from '../../support/tools.ts';

/** The copy with its quotations marked; their speakers and cues too, where asked for. */
function marked(text: string, withSpeakers = false): string {
  const { quotes } = read(text);
  const spans = quotes.map(({ span, end }) => (end === 'missing' ? { span, note: 'missing' } : { span }));
  const speakers = new Map(
    quotes.flatMap(({ speaker }) => (speaker ? [[speaker.start, speaker] as const] : [])),
  );
  const said = withSpeakers ? [...speakers.values()].map((span) => ({ span, note: 'speaker' })) : [];
  return mark(text, [...spans, ...said]);
}

const QUOTATIONS: readonly (readonly [what: string, copy: string])[] = [
  ['curly marks', 'Lee called Xi [[“a truly reliable neighbor”]] on Sunday.'],
  ['straight marks', 'Lee called Xi [["a truly reliable neighbor"]] on Sunday.'],
  [
    'single marks, as British papers set them',
    'Lee called Xi [[‘a truly reliable neighbour’]], the office’s record shows.',
  ],
  [
    'straight single marks among apostrophes',
    "It's Xi's view. Lee's aide said: [['We don't know the ministers' plan.']] He left.",
  ],
  ['nested marks are part of the quotation around them', '[[“He said ‘we shall see’ and left,”]] Wi said.'],
  ['wire marks', "Wi said [[``we will talk'']] and left."],
  ['guillemets', 'Wi said [[«we will talk»]] and left.'],
  ['corner marks', 'Wi said [[「我们将会谈」]] and left.'],
  ['low German marks', 'Wi said [[„we will talk“]] and left.'],
  ['a split quotation has a span for each part', '[[“We will build it,”]] she said, [[“and pay for it.”]]'],
  [
    'a running quotation reopens each paragraph',
    'Lee said: [[“We will build it.]]\n\n[[“And we will pay for it.”]]',
  ],
  [
    'a quotation that is never closed runs to the end of its paragraph',
    'Lee said: [[“We will build it.|missing]]\n\nThen he left.',
  ],
  [
    'apostrophes, cut years, feet and inches are no quotation marks',
    'The ’90s weren’t Lee’s: at 6\'2" he was the boys’ hero, runnin’ late.',
  ],
  ['marks glued to a dash', 'The plan—[[“a new start”]]—is Lee’s.'],
  ['single marks inside single marks, both closed at once', "[['She said, 'We don't know.'']] Wi smiled."],
  [
    'single marks inside single marks, with words behind the inner ones',
    "[['It is easy to say, 'We will build it,' but who will pay?']] Wi asked.",
  ],
  [
    'a mark between two spaces closes what is open',
    'The so-called [["price cliff "]] at year\'s end, Wi said, is far.',
  ],
  ['a space before the closing mark', "[['We will build it and pay for it, ']] Wi said."],
  [
    'a running quotation in single marks',
    "The plan, Wi said, was [['never meant for the people of this town.]]\n\n[['It was meant for us.']]",
  ],
  [
    'a running quotation in single curly marks',
    'Lee said: [[‘We will build it and open it.]]\n\n[[‘And we will pay for it.’]]',
  ],
  [
    'a single mark that nothing closes is an apostrophe',
    "They danced all night in 'Frisco and then went home.",
  ],
  [
    'titles of books and ads can be held against a source',
    'The ad, entitled [[“A Very Long Winter,”]] shows snow.',
  ],
  ['a title with its year is no speech', 'The poster “Yes to the bridge” (2008) hung in every station.'],
  ['a thing with a name is no speech', 'Lee wore the “Build The Bridge” hat, he said.'],
  ['a show that somebody talks to is no speech', 'Lee told “Morning in Seoul” that he would go.'],
  ['titles of shows are no speech', 'Lee appeared on NBC’s “Meet the Press” in May.'],
];

for (const [what, copy] of QUOTATIONS) {
  test(what, () => assert.equal(marked(readFixture(copy).text), copy));
}

const SPEAKERS: readonly (readonly [what: string, copy: string])[] = [
  ['“…,” X said', '[[“We will build it,”]] [[Lee Jae Myung|speaker]] said.'],
  ['“…,” said X', '[[“We will build it,”]] said [[Lee Jae Myung|speaker]], the president.'],
  ['X said: “…”', '[[Lee Jae Myung|speaker]] said: [[“We will build it.”]]'],
  ['X told Y that “…”', '[[Wi Sung-lac|speaker]] told reporters that [[“we will build it”]] in May.'],
  ['according to X', 'The bridge is [[“a new start”]], according to [[Wi Sung-lac|speaker]].'],
  ['a pronoun', '[[“We will build it,”]] [[he|speaker]] said.'],
  ['a common noun', '[[“We will build it,”]] [[a spokesman|speaker]] said.'],
  [
    'who speaks for somebody with a title',
    'A spokesman for President Anna Moss, [[Wi Sung-lac|speaker]], said that she [[“would build it”]].',
  ],
  [
    'an apposition before an auxiliary',
    'Lee added that the adviser, [[Wi Sung-lac|speaker]], had called the bridge [[“a dream of the navy”]].',
  ],
  [
    'whoever leads into the words, and not the subject of the clause behind them',
    '[[Lee Jae Myung|speaker]] said [[“we will build it”]], while his son Carl Moss accused the town.',
  ],
  [
    'the agent of a passive',
    'The bridge was dismissed by Sir [[Carl Moss|speaker]] as [[“a dream of the navy”]].',
  ],
  [
    'the subject of a sentence that goes on behind the words',
    'The mayor, [[who|speaker]] calls it [[“a dream,”]] has denied that he had seen it.',
  ],
  [
    'who speaks for a body of several names',
    '[[A spokesman|speaker]] for the Foreign Office said: [[“We will build it.”]]',
  ],
  [
    'whoever is of a body, and not the body',
    '[[“We will build it,”]] said Bernstein’s [[Carla Moss|speaker]], adding that it was dear.',
  ],
  [
    'whoever holds a post of a body',
    '[[“We will build it,”]] said the EU’s foreign policy chief, [[Carla Moss|speaker]], in Rome.',
  ],
  [
    'whoever holds a rank of a body',
    '[[“We will build it,”]] said State Police Col. [[Carla Moss|speaker]] on Monday.',
  ],
  [
    'a name that no list has, with what it is',
    '[[“We will build it,”]] [[Xqua Zzor|speaker]], chairman of the Labour Party, told Reuters.',
  ],
  [
    'whoever “who” stands for, where that is not who speaks',
    '[[Mere Tamihana|speaker]], 44, who lost two sons, said: [[“We will build it.”]]',
  ],
  [
    'the noun that “who” stands for',
    '[[“We will build it,”]] said [[the designer|speaker]], who works for another brand.',
  ],
  [
    '“who”, where it says so',
    'Carla Moss met Trump, [[who|speaker]] said he was [[“a neutral broker”]] there.',
  ],
  [
    'a stop behind the mark ends the sentence',
    'It began in [[“a place of doubt”]]. [[Carla Moss|speaker]] said: [[“We will build it.”]]',
  ],
  [
    'a fragment in the writer’s own sentence',
    '[[Lee Jae Myung|speaker]] described Xi as [[“a truly reliable neighbor.”]]',
  ],
  [
    'a full name with an abbreviated honorific',
    '[[“Revenues are up,”]] said Mr. [[Ekovich|speaker]], who owns the course.',
  ],
  [
    'carried over from the paragraph before',
    '[[“We will build it,”]] [[Lee Jae Myung|speaker]] said.\n\n[[“And we will pay for it.”]]',
  ],
  [
    'the subject of a verb that a clause parts from it',
    '[[Wi Sung-lac|speaker]], who has signed three laws as mayor, told reporters that the bridge was [[“a new start.”]]',
  ],
  [
    'said of a senator',
    'A [[Warren adviser|speaker]], who spoke on condition of anonymity, said of the senator, [[“She will run.”]]',
  ],
  [
    'whoever speaks of what a pronoun believes',
    '[[Wi Sung-lac|speaker]] said he believes the plan is [[“a new start.”]]',
  ],
  [
    'the subject of the sentence, where a participle has the words',
    '[[Wi Sung-lac|speaker]] attacked the plan of Lee Jae Myung, calling it [[“a new start for nobody.”]]',
  ],
  [
    'a participle behind a quotation says something else',
    '[[Wi Sung-lac|speaker]] stressed that [[“we will build it,”]] suggesting that Seoul pays.',
  ],
  [
    'a second verb of the same subject',
    '[[Wi Sung-lac|speaker]] took the stage and said Lee is a [[“good, decent man,”]] and said that Xi is [[“a neighbor.”]]',
  ],
  [
    'a name behind its title',
    '[[“We will build it,”]] mused Daily co-host [[Zorblatt Quimby|speaker]], and left.',
  ],
  [
    'a noun that no list has',
    '[[“Once upon a time there was a bridge,”]] says [[the ad’s narrator|speaker]].',
  ],
  ['a noun with its article', 'Near the park, [[a young boy|speaker]] shouted, [[“They are coming!”]]'],
  ['a verb that no list has', '[[“We will build it,”]] [[Wi Sung-lac|speaker]] riposted.'],
  ['who works for somebody', '[[“We will build it,”]] a [[Lee Jae Myung adviser|speaker]] said.'],
  ['a name’s campaign', '[[Lee Jae Myung’s campaign|speaker]] called the bridge [[“a new start.”]]'],
  [
    'a name behind the name of whom one works for',
    '[[“We’re happy,”]] said Corker spokesman [[Tom Coburn|speaker]] on Monday.',
  ],
  ['a colon', 'In the debate, [[Wi Sung-lac|speaker]] was blunt in his reply: [[“We will build it.”]]'],
  ['nothing but a name and a colon', '[[Wi Sung-lac|speaker]]: [[“We will build it.”]]'],
  [
    'a paragraph that ends in a colon',
    '[[Wi Sung-lac|speaker]] then listed what he wants:\n\n[[“A bridge for all of us.”]]',
  ],
  [
    'a comma, the verb and the speaker, far behind the words',
    '[[“We’re happy”]] about the decision, said [[Wi Sung-lac|speaker]], who leads the council.',
  ],
  [
    'the sentence before',
    'The bridge is nothing new, [[Wi Sung-lac|speaker]] said. [[“We built it long ago.”]]',
  ],
  [
    'words of one sentence, told by the cue behind the last',
    'The cuts are [[“painful”]] but necessary [[“for all of us,”]] [[Wi Sung-lac|speaker]] said.',
  ],
  [
    'who leads into the words, not who acts behind them',
    '[[Wi Sung-lac|speaker]] replied, [[“Who says so?”]] Lee Jae Myung then writes a letter.',
  ],
  [
    'a country is no verb',
    '[[Wi Sung-lac|speaker]] told reporters that the United States should be [[“a good neighbor to all.”]]',
  ],
  ['a noun is no verb', '[[Wi Sung-lac|speaker]] said that Lee’s comments were [[“a new low.”]]'],
  [
    'somebody with a nickname, which nobody says',
    '[[“We will act,”]] [[Ronald “Bato” dela Rosa|speaker]] said on Monday.',
  ],
  ['nobody', 'The so-called [[“new start”]] is years away.'],
];

for (const [what, copy] of SPEAKERS) {
  test(`speaker: ${what}`, () => assert.equal(marked(readFixture(copy).text, true), copy));
}

test('the parts of a split quotation are one utterance, two quotations are two', () => {
  const split = read('“We will build it,” she said, “and pay for it.” Later she said: “It is done.”').quotes;
  assert.deepEqual(
    utterancesOf(split).map((it) => it.length),
    [2, 1],
  );
  const two = read('It was “a new start”, Wi said. “We will talk,” Lee Jae Myung said.').quotes;
  assert.deepEqual(
    utterancesOf(two).map((it) => it.length),
    [1, 1],
  );
});

test('a quotation carried over names its speaker', () => {
  const { text, quotes } = read('“We will build it,” Lee Jae Myung said.\n\n“And we will pay for it.”');
  const speaker = quotes[1]?.speaker;
  assert.equal(speaker && text.slice(speaker.start, speaker.end), 'Lee Jae Myung');
});

test('however many speakers are unknown, a step asks for few noun phrases', () => {
  let asked = 0;
  const counting = {
    ...tools,
    nounPhraseAtEnd(clause: string) {
      asked++;
      return tools.nounPhraseAtEnd(clause);
    },
  };
  const told = Array.from({ length: 100 }, (_, i) => `“We will do it,” the wug${i} of zanbar${i} said.`);
  const steps = readInSteps(`${told.join('\n')}\n${told.join(' ')}`, {
    language: 'plaintext',
    tools: counting,
  });
  for (let before = 0; !steps.next().done; before = asked)
    assert.ok(asked - before <= 20, `${asked - before} questions at once`);
  assert.equal(asked, told.length + 20);
});

test('marks without end, nested, glued or odd are read in linear time', () => {
  const pieces = [
    '“',
    '“‘',
    '«„',
    "''",
    '``',
    '" ',
    '‘a’b',
    '“a”b"c"',
    '“He is,” said X, ',
    '“a\0',
    '\ud800”',
    'a ’',
  ];
  for (const piece of pieces) {
    const started = process.cpuUsage();
    const { quotes } = read(piece.repeat(48_000 / piece.length));
    const { user } = process.cpuUsage(started);
    assert.ok(user < 1_500_000, `${JSON.stringify(piece)} took ${user / 1000} ms`);
    for (const it of quotes) assert.ok(it.words.start <= it.words.end && it.span.end <= 48_000);
  }
});
