/** Writes what `parseNameModel` reads: see the top of server/src/core/names/tagger/model.ts for the layout. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What sentences are filled with, by name: lists of our own, lists of a folder, and full names of the records. */
export function readFillers(folder, records) {
  const capitalize = (word) => word.charAt(0).toUpperCase() + word.slice(1);
  const own = readOwnList('fillers').map((line) => line.split(': '));
  return {
    ...Object.fromEntries(own.map(([name, items]) => [name, items.split(', ')])),
    given: readOwnList('given').map(capitalize),
    family: readOwnList('family').map(capitalize),
    organization: readOwnList('organizations'),
    city: readLines(folder, 'cities'),
    country: readLines(folder, 'countries').filter((it) => !/ of /.test(it)),
    demonym: readLines(folder, 'demonyms'),
    name: records.flatMap(({ text, entities }) =>
      entities
        .filter(({ type }) => type === 'PERSON')
        .map(({ start, end }) => text.slice(start, end))
        .filter((it) => FULL_NAME.test(it)),
    ),
  };
}

const FULL_NAME = /^\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}[\p{L}'’.-]*){1,2}$/u;

function readLines(folder, name) {
  return readFileSync(join(folder, `${name}.txt`), 'utf8')
    .trim()
    .split('\n');
}

/** The lists of a folder as ascending hashes with their bits. */
export function readGazetteers(folder, tagger) {
  const { Listed, foldWord, hashText, joinHashes } = tagger;
  const bits = new Map();
  const put = (hash, bit) => bits.set(hash >>> 0, (bits.get(hash >>> 0) ?? 0) | bit);
  const putWord = (word, bit) => put(hashText(foldWord(word)), bit);
  const lines = (name) => readLines(folder, name);
  lines('first').forEach((line, rank) => {
    for (const word of line.split(' ')) putWord(word, [Listed.given0, Listed.given1, Listed.given2][rank]);
  });
  lines('last').forEach((line, rank) => {
    for (const word of line.split(' ')) putWord(word, [Listed.family0, Listed.family1, Listed.family2][rank]);
  });
  for (const line of lines('demonyms')) putWord(line, Listed.demonym);
  for (const line of lines('titles')) putWord(line, Listed.title);
  for (const line of lines('common')) for (const word of line.split(' ')) putWord(word, Listed.common);
  for (const word of readOwnList('given')) putWord(word, Listed.given1);
  for (const word of readOwnList('titles')) putWord(word, Listed.title);
  for (const word of readOwnList('family')) putWord(word, Listed.family1);
  for (const [list, bit] of [
    [lines('countries'), Listed.country],
    [lines('cities'), Listed.city],
    [readOwnList('places'), Listed.country],
    [readOwnList('organizations'), Listed.organization],
  ]) {
    for (const line of list) {
      const { words, lexemes } = tagger.readParagraph(line, tagger.lexiconOf(EMPTY), EMPTY);
      if (words.count === 1) put(lexemes[0].hash, bit);
      else if (words.count <= tagger.LONGEST_PHRASE) {
        put(lexemes[0].hash, Listed.phraseStart);
        put(
          lexemes.slice(1).reduce((phrase, lexeme) => joinHashes(phrase, lexeme.hash), lexemes[0].hash),
          bit,
        );
      }
    }
  }
  const hashes = [...bits.keys()].sort((a, b) => a - b);
  return { hashes, bits: hashes.map((hash) => bits.get(hash)) };
}

/** A list that this project keeps itself: see scripts/names/lists. */
export function readOwnList(name) {
  return readFileSync(new URL(`lists/${name}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
}

const EMPTY = { keys: new Int32Array(2), values: new Uint16Array(2), mask: 1 };

/** The model file of quantized weights. */
export function encodeModel(
  { bits, scale, transitions, rows },
  gazetteer,
  { checksum, LABELS, MAGIC, VERSION },
) {
  const body = [];
  const u16 = (value) => body.push(value & 255, (value >> 8) & 255);
  const u32 = (value) => body.push(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24);
  u32(gazetteer.hashes.length);
  u32(bits);
  u32(new Uint32Array(Float32Array.of(scale).buffer)[0]);
  for (const value of transitions) u32(value | 0);
  const palette = [...new Set(gazetteer.bits)].sort((a, b) => a - b);
  if (palette.length > 255) throw new Error('Too many kinds of words for one byte.');
  body.push(palette.length);
  palette.forEach(u16);
  let before = 0;
  gazetteer.hashes.forEach((hash, index) => {
    let distance = hash - before;
    before = hash;
    while (distance > 127) {
      body.push((distance % 128) | 128);
      distance = Math.floor(distance / 128);
    }
    body.push(distance, palette.indexOf(gazetteer.bits[index]));
  });
  for (let row = 0; row < rows.length; row += LABELS) {
    let mask = 0;
    for (let label = 0; label < LABELS; label++) if (rows[row + label] !== 0) mask |= 1 << label;
    body.push(mask);
    for (let label = 0; label < LABELS; label++)
      if (rows[row + label] !== 0) body.push(rows[row + label] & 255);
  }
  const bytes = new Uint8Array(16 + body.length);
  bytes.set(new TextEncoder().encode(MAGIC));
  bytes.set(body, 16);
  const view = new DataView(bytes.buffer);
  view.setUint32(8, VERSION, true);
  view.setUint32(12, checksum(bytes.subarray(16)), true);
  return bytes;
}
