/**
 * Trains the name model: `node scripts/train-names.mjs --data DIR [--leave-out source,...] [--out FILE] [--epochs N]`.
 * DIR holds `ner-train.jsonl.gz` and `gazetteers/*.txt`. The same data gives the same file, byte for byte: nothing
 * depends on a clock, on chance or on the order of a directory, and sums are made of exact or fixed-order additions.
 * With `--leave-out` (a source, or a prefix and `*`) the left-out sources are then tagged and scored.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { deflateRawSync, gunzipSync } from 'node:zlib';
import { augment } from './names/augment.mjs';
import { compose } from './names/compose.mjs';
import { train } from './names/crf.mjs';
import { withoutDoubtful } from './names/doubt.mjs';
import { evaluate, printFigures, splitLines } from './names/evaluate.mjs';
import { loadTagger } from './names/load-tagger.mjs';
import { encodeModel, readFillers, readGazetteers, readOwnList } from './names/model-file.mjs';
import { prepare } from './names/prepare.mjs';
import { randomNumbers } from './names/random.mjs';

/** Rows of the weight table, as a power of two. */
const BITS = 18;
/** Records that are composed of each sentence of our own. */
const COMPOSED = 14;
/** Models that are averaged to one. */
const VOICES = 4;

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    'leave-out': { type: 'string', default: '' },
    out: { type: 'string' },
    epochs: { type: 'string', default: '5' },
  },
});
if (options.data === undefined) {
  console.error(
    'usage: node scripts/train-names.mjs --data DIR [--leave-out source,...] [--out FILE] [--epochs N]',
  );
  process.exit(2);
}

const leftOut = options['leave-out'].split(',').filter((it) => it !== '');
const isLeftOut = ({ source }) =>
  leftOut.some((it) => (it.endsWith('*') ? source.startsWith(it.slice(0, -1)) : source === it));
const records = gunzipSync(readFileSync(join(options.data, 'ner-train.jsonl.gz')))
  .toString()
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

const tagger = await loadTagger();
const gazetteer = readGazetteers(join(options.data, 'gazetteers'), tagger);
const kept = records.filter((it) => !isLeftOut(it));
const fillers = readFillers(join(options.data, 'gazetteers'), kept);
const halves = [0, 1].map((half) => {
  const random = randomNumbers(7 + half);
  const own = kept.filter((_, index) => index % 2 === half);
  const composed = compose(readOwnList('sentences'), fillers, COMPOSED / 2, random);
  return prepare([...augment(own, fillers, random), ...composed], gazetteer, tagger);
});
const examples = withoutDoubtful(halves, BITS, tagger);
console.log(
  `${examples.segments} segments, ${examples.words} candidate words, ${examples.features.length} features`,
);
const weights = train(
  examples,
  { bits: BITS, epochs: Number(options.epochs), voices: VOICES, log: console.log },
  tagger,
);
const bytes = encodeModel(weights, gazetteer, tagger);
console.log(`${bytes.length} bytes, ${deflateRawSync(bytes, { level: 9 }).length} compressed`);
if (options.out !== undefined) writeFileSync(options.out, bytes);

if (leftOut.length > 0) {
  const model = tagger.parseNameModel(bytes);
  printFigures(evaluate(records.filter(isLeftOut), (text) => tagText(text, model)));
}

function tagText(text, model) {
  const lines = splitLines(text);
  const { names } = tagger.tagNames(
    lines.map((line) => tagger.readNameWords(line.text, model)),
    model,
  );
  return names.flatMap((list, index) =>
    list.map((it) => ({ ...it, start: it.start + lines[index].start, end: it.end + lines[index].start })),
  );
}
