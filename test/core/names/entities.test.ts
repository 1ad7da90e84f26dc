/** Who is meant where: the mentions of one text, grouped. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupEntities } from '../../../server/src/core/names/entities.ts';
import { readText } from '../../../server/src/core/reading.ts';
import { Paragraph } from '../../../server/src/core/text/paragraphs.ts';
import { readFixture } from '../../support/markers.ts';
import { tools } from '../../support/tools.ts';

/** The persons marked in a fixture, each as its mentions, in reading order. */
function persons(fixture: string): string[][] {
  const { text, marks } = readFixture(fixture);
  const paragraph = new Paragraph(0, text);
  const mentions = marks.map(({ span }) => ({
    kind: 'name' as const,
    span,
    text: text.slice(span.start, span.end),
    type: 'person' as const,
    unlisted: [],
    honorific: undefined,
    paragraph,
    part: 'body' as const,
  }));
  return groupEntities([mentions]).entities.map((it) => it.mentions.map((mention) => mention.text));
}

test('a family name of several words refers back to the full name that ends with it', () => {
  assert.deepEqual(
    persons('[[Andrés Manuel López Obrador]] spoke. [[López Obrador]] would not travel, [[Obrador]] said.'),
    [['Andrés Manuel López Obrador', 'López Obrador', 'Obrador']],
  );
  assert.deepEqual(
    persons(
      '[[Mohammed bin Salman]] met [[Ursula von der Leyen]]. [[Bin Salman]] smiled, [[von der Leyen]] did not.',
    ),
    [
      ['Mohammed bin Salman', 'Bin Salman'],
      ['Ursula von der Leyen', 'von der Leyen'],
    ],
  );
  assert.deepEqual(persons('[[Hassan Abdul Ghani]] spoke. [[Abdul Ghani]] left.'), [
    ['Hassan Abdul Ghani', 'Abdul Ghani'],
  ]);
  assert.deepEqual(persons('[[De la Cruz]] won, as [[Oscar de la Cruz]] had hoped.'), [
    ['De la Cruz', 'Oscar de la Cruz'],
  ]);
});

test('a family name refers back to the name with honours behind it, and without the Arabic article', () => {
  assert.deepEqual(
    persons(
      '[[Ann Hart KC]] met [[Ian Bell MP, OBE]] and [[Diwas KC]]. [[Hart]] left, [[Bell]] and [[KC]] spoke.',
    ),
    [
      ['Ann Hart KC', 'Hart'],
      ['Ian Bell MP, OBE', 'Bell'],
      ['Diwas KC', 'KC'],
    ],
  );
  assert.deepEqual(persons('[[Karim al-Haddad]] met [[Anna Al-Ani]]. [[Haddad]] left, [[Ani]] stayed.'), [
    ['Karim al-Haddad', 'Haddad'],
    ['Anna Al-Ani', 'Ani'],
  ]);
});

test('a family name of several words that nobody bears stands for itself', () => {
  assert.deepEqual(persons('[[Bin Salman]] met [[Salman Rushdie]].'), [['Bin Salman'], ['Salman Rushdie']]);
});

test('two people stay two people where one has the words of the other before a family name', () => {
  assert.deepEqual(persons('[[Carlos Slim Helú]] met [[Slim Helmy]].'), [
    ['Carlos Slim Helú'],
    ['Slim Helmy'],
  ]);
});

test('however much is typed elsewhere, every mention stands for whom it stood for', () => {
  const options = { language: 'plaintext', tools } as const;
  const story = 'Robert Mueller met Lee Jae Myung in Seoul.\nMueller thanked Lee. Robert Mueller left.\n';
  let draft = readText(story, options);
  for (let edit = 0; edit < 3_000; edit++) {
    const typed = `Mary ${'Smith'.slice(0, 1 + (edit % 5))} and ${'Anna Jones'.slice(0, 6 + (edit % 5))} came.\n`;
    draft = readText(story + typed, options, draft);
  }
  for (const it of draft.names) assert.ok(draft.entityOf(it)?.mentions.includes(it), it.text);
});
