/** The name tagger: what it finds in copy, and that an edit gives what a fresh reading gives. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseNameModel } from '../../../server/src/core/names/tagger/model.ts';
import {
  type NameWords,
  readNameWords,
  type TaggedDocument,
  tagNames,
} from '../../../server/src/core/names/tagger/tag.ts';
import { mark, readFixture } from '../../support/markers.ts';
import { tools } from '../../support/tools.ts';

/** Tags the paragraphs (one a line) and marks what was found. */
const tagged = (text: string): string => {
  const lines = text.split('\n');
  const { names } = tagNames(
    lines.map((line) => readNameWords(line, tools.names)),
    tools.names,
  );
  return lines
    .map((line, index) =>
      mark(
        line,
        (names[index] ?? []).map(({ start, end, type }) => ({ span: { start, end }, note: type })),
      ),
    )
    .join('\n');
};

const assertNames = (fixture: string): void => assert.equal(tagged(readFixture(fixture).text), fixture);

test('a name has no title, honorific or possessive', () => {
  assertNames(
    'President [[Lee Jae Myung|person]] met Gen. [[Robert Miller|person]] in [[Beijing|place]] on Monday.',
  );
  assertNames("[[John Smith|person]]'s lawyer said Mr. [[Smith|person]] would appeal.");
  assertNames('The leader, Cllr [[Abigail Okonkwo-Hughes|person]], and DC [[Jane Smythe|person]] spoke.');
  assertNames('Prime Minister [[Sanae Takaichi|person]]’s visit to [[Seoul|place]] ended.');
});

test('a stop after an honorific is no part of a name with a particle', () => {
  assertNames(
    'Rep. [[Chris van Hollen|person]] spoke.\n“They never intended to prosecute him,” Mr. [[van Hollen|person]] said.',
  );
});

test('an office behind a name that no list has makes a person of it', () => {
  assertNames('[[Torston Bell|person]], the pensions minister, was seen nodding.');
  assertNames(
    'At [[Torston Motors|organization]], the chairman of the board, [[Anna Moss|person]], resigned.',
  );
});

test('honours behind a name hide no family name, and make a person of it', () => {
  assertNames(
    'Sir [[James Eadey KC|person]], for the government, denied it. Wheel was junior counsel to [[Eadey|person]] in 1999.',
  );
  assertNames('“This is a good day,” said Dame [[Floella Benn OM DBE|person]], the patron.');
});

test('a nickname in marks is part of the name around it', () => {
  assertNames('Senator [[Ronald “Bato” dela Rosa|person]] spoke.\nLater [[Dela Rosa|person]] left.');
  assertNames('The mobster [[Vincent "The Chin" Gigante|person]] died.');
  assertNames('[[Steven Miller|person]] said “Jaws” was his best film.');
});

test('two hyphens are a dash', () => {
  assertNames(
    'He met [[Paul Carter|person]] -- [[Akin|person]] was ill -- on Monday.\n[[Todd Akin|person]] left.',
  );
});

test('a surname is found everywhere once a full name bears it', () => {
  assertNames(
    '[[Rosalind Quillfeather|person]] resigned on Friday.\nThe board thanked [[Quillfeather|person]] for her work.',
  );
});

test('what stands after Mr or Ms is a person', () => {
  assertNames('He met Mr [[Xi|person]] on Monday.');
  assertNames('The court heard Ms [[Brook|person]] twice.');
});

test('a surname has its particles', () => {
  assertNames(
    '[[Ursula von der Leyen|person]] met [[Mohammed bin Salman|person]].\n“We agree,” [[bin Salman|person]] said, and [[von der Leyen|person]] left.',
  );
});

test('a name ends with a word', () => {
  assertNames('President [[Moon Jae|person]]- in met [[Xi Jinping|person]] in [[Beijing|place]].');
});

test('the country or body of a title is none of the name', () => {
  assertNames('The visit of [[U.S.|place]] President [[John Smith|person]] ended on Friday.');
});

test('what ends as a body or a place does begins with no title', () => {
  assertNames('Shares in [[General Motors|organization]] fell, the [[Justice Ministry|organization]] said.');
  assertNames('The [[General Assembly|organization]] voted. The [[Premier League|organization]] agreed.');
  assertNames('The [[Queen Elizabeth Hospital|organization]] in [[Birmingham|place]] treated him.');
});

test('neither days nor dashes join names, and who writes is none', () => {
  assertNames(
    'President [[Trump|person]] Tuesday told reporters so. Ties with [[Cuba|place]] Wednesday were cut.',
  );
  assertNames('[[Colombo|place]] - [[Gotabaya Rajapaksa|person]] was sworn in.');
  assertNames("So I asked [[Smith|person]]. I'm told that [[Charles I|person]] died.");
});

test('what is named for a person is none', () => {
  assertNames('Republicans want to repeal Obamacare, and Peronism is alive.');
});

test('a full name is a person where its surname is one', () => {
  assertNames(
    '[[Mo Vaughn|person]] homered twice.\n"We were lucky," [[Vaughn|person]] said. Mr. [[Vaughn|person]] left.',
  );
  assertNames(
    '[[Aoun|person]] asked [[Hariri|person]] to stay.\n[[Saad al-Hariri|person]], whose father was killed, met [[Joumblatt|person]].',
  );
});

test('storms, capitals that are no name and a state behind a senator are no persons', () => {
  assertNames(
    'Hurricane Helene hit [[Florida|place]] on Thursday. Helene killed nine.\nGov. [[Ron Smith|person]] said Helene was bad.',
  );
  assertNames('The count was delayed in part by Hurricane Michael. A judge ruled on Friday.');
  assertNames('The GDP of the region fell, and VAT rose.');
  assertNames('Sen. [[Rand Smith|person]] of [[Kentucky|place]] voted no.');
});

test('an address names a body, to its end, and no person', () => {
  assertNames('He told [[FoxNews.com|organization]] on Monday that [[Fox News|organization]] had called.');
  assertNames(
    '[[John Quillfeather|person]] resigned.\nThe shop Quillfeather.co.uk said on Friday that it would close.',
  );
});

test('results have teams that are called like places, and scorers by surname', () => {
  assertNames(
    'CRICKET - [[GLOUCESTERSHIRE|organization]] TAKE LEAD AFTER [[HARTNELL|person]] CENTURY.\n' +
      'Trailing by 213, [[Somerset|organization]] got a solid start before [[Pyecroft|person]] stepped in.\n' +
      'Final standings: [[Ajax|organization]] 34 points, [[Feyenoord|organization]] 31.\n' +
      'At [[Boston|place]], [[Roger Clemmow|person]] (7-11) gave up two hits and [[Vaughan|person]] drove in four runs.',
  );
});

test('companies called like people are told from people by what they do', () => {
  assertNames(
    '[[Pierre Vinkler|person]], 61 years old, will join the board. Mr. [[Vinkler|person]] is chairman of [[Elzevier N.V.|organization]], a publishing group.',
  );
  assertNames(
    '[[Tabor|organization]] recalled 90,000 cars. [[Tabor|organization]] said a supplier had made the brakes, and workers at [[Tabor|organization]] agreed.',
  );
});

test('two names that are read as one are two', () => {
  assertNames(
    '[[Wyoming|place]]’s [[Republican Party|organization]] met. [[Hamas|organization]] and [[Hezbollah|organization]] denied it.',
  );
  assertNames('[[U.S.|place]]-[[Russia|place]] ties are poor, a [[Senate|organization]] aide said.');
  assertNames('[[Senate|organization]] Democrats and [[House|organization]] Republicans agreed.');
  assertNames('It rained in [[Bosnia and Herzegovina|place]].');
});

test('the stop of a state’s abbreviation is part of it, that of a sentence is not', () => {
  assertNames(
    'Sen. [[Jane Smith|person]], R-[[Ky.|place]], and Rep. [[John Brown|person]] (D-[[Tex.|place]]) left.',
  );
  assertNames('She flew from [[Boston|place]] to [[LA|place]].');
});

test('what is called like God, a currency or a faith names nobody', () => {
  assertNames('Thank God, he said, and asked Allah for help.');
  assertNames('It cost US$6 billion. He studied Islam and Christianity.');
});

test('a word that opens a sentence and is small elsewhere is no person', () => {
  assertNames('Cruise travel ended in June. The ban on cruise ships came late.');
  assertNames('[[Tom Cruise|person]] left. [[Cruise|person]] liked the ships on the cruise.');
});

test('a given name alone is a person where the full name is, or where kin is named', () => {
  assertNames(
    '[[Zbynka Quillfeather|person]] won in [[Ohio|place]]. With [[Zbynka|person]] gone, nothing moved.',
  );
  assertNames('He left with his wife, [[Zbynka|person]]. Her son, 26-year-old [[Tarvell|person]], died.');
});

test('governments are none of whoever leads them', () => {
  assertNames(
    'The [[Obama|person]] Administration denied it. The [[Reagan|person]] Administration did, too.',
  );
});

test('the article of a body’s name is part of it', () => {
  assertNames('Fighters of [[al Qaeda|organization]] fled.');
});

test('demonyms are no places, months and weekdays no persons', () => {
  assertNames('Russian officials met French lawmakers on Tuesday in May.');
  assertNames('South Korean President [[Jane Smith|person]] spoke.');
});

test('a headline in capitals has the names that the body has', () => {
  assertNames(
    '[[LEE JAE MYUNG|person]] VISITS [[CHINA|place]]\nPresident [[Lee Jae Myung|person]] arrived in [[Beijing|place]].',
  );
});

test('a lone strange word that speaks is a person, and generations belong to the name', () => {
  assertNames('“We will not sell,” [[Guilbeault|person]] said.');
  assertNames('[[Kevin Miller|person]] was asked. “No deal,” [[Milelr|person]] said.');
  assertNames('[[Robert Downey Jr.|person]] met [[Thomas Howell III|person]].');
});

test('several spaces inside a name do not split it', () => {
  assertNames('Chancellor [[Angela   Weber|person]] spoke in [[Berlin|place]].');
});

test('text without capitals, without words or of strange characters is read without complaint', () => {
  for (const text of [
    '',
    ' ',
    'no capitals here',
    '\ud800\udc00\ud800 \0 \u202eabc',
    '李在明 访问 北京',
    '😀 😀',
    '...',
    "'s",
  ]) {
    for (const { start, end } of tagNames([readNameWords(text, tools.names)], tools.names).names.flat())
      assert.ok(start < end && end <= text.length);
  }
});

test('long paragraphs take linear time', () => {
  for (const piece of [
    'Lee ',
    'Mr Lee ',
    'Lee Jae-myung of ',
    'President Minister ',
    'A. ',
    'LEE JAE, ',
    'Bank of ',
  ]) {
    const text = piece.repeat(50_000);
    const started = process.cpuUsage();
    tagNames([readNameWords(text, tools.names)], tools.names);
    const { user } = process.cpuUsage(started);
    assert.ok(user < 8_000_000, `${JSON.stringify(piece)} took ${user / 1000} ms`);
  }
});

test('after any edits a document is tagged as a fresh one', () => {
  const lines = [
    'President Lee Jae Myung met Chinese President Xi Jinping in Beijing.',
    'Lee said the talks were good.',
    'Xi agreed, Washington Post reported.',
    'Washington is the capital.',
    'Mr Washington, 45, was arrested.',
    'The lee side of the ship was calm.',
    'LEE TO MEET XI',
    'Smith and Jones Ltd. said on Monday it hired Ann Smith.',
    'Jones left for Jordan.',
    'Michael Jordan retired.',
    'Aoun asked Hariri to meet Mo Vaughn.',
    'Saad al-Hariri, whose father was killed, left.',
    '"We were lucky," Vaughn said.',
    '',
  ];
  const read = lines.map((line) => readNameWords(line, tools.names));
  const edit = fc.record({
    at: fc.nat(9),
    remove: fc.nat(2),
    add: fc.array(fc.nat(lines.length - 1), { maxLength: 2 }),
  });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      let paragraphs: NameWords[] = [];
      let document: TaggedDocument | undefined;
      for (const { at, remove, add } of edits) {
        paragraphs = [...paragraphs];
        paragraphs.splice(at, remove, ...add.flatMap((index) => read[index] ?? []));
        document = tagNames(paragraphs, tools.names, document);
        assert.deepEqual(document.names, tagNames(paragraphs, tools.names).names);
      }
    }),
    { seed: 5, numRuns: 150 },
  );
});

test('a file that is no model, or not whole, is refused with a reason', () => {
  assert.throws(() => parseNameModel(new Uint8Array(4)), /not a name model/);
  const bytes = new Uint8Array(64);
  bytes.set(new TextEncoder().encode('STETNAME'));
  assert.throws(() => parseNameModel(bytes), /version 0/);
  bytes[8] = 1;
  assert.throws(() => parseNameModel(bytes), /damaged/);
});
