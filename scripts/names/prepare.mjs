/** Turns records into training examples: hashed features and labels of the segments of candidate words. */

import { GOLD_TYPES, splitLines, strip, trim } from './evaluate.mjs';

/** These sources mark what is described ("the moderate opposition") as much as what is named. */
const NOT_NAMES = /^re3d-/;
/** These leave out names that stand within a longer mention; a segment without any name says nothing. */
const INCOMPLETE = /^gum-/;
/** These mark a person with every title that stands before the name. */
const TITLES_INSIDE = /^gum-/;

/** Flat arrays: features of all words, their offsets, labels; segments by the index of their first word. */
export function prepare(records, gazetteer, tagger) {
  const table = tagger.buildGazetteer(gazetteer.hashes, gazetteer.bits);
  const lexicon = tagger.lexiconOf(table);
  const features = new Growing(1 << 24);
  const offsets = new Growing(1 << 20);
  const starts = new Growing(1 << 18);
  const labels = [];
  const annotated = [];
  const scratch = new Int32Array(tagger.MOST_FEATURES);
  for (const record of records) {
    if (NOT_NAMES.test(record.source)) continue;
    const isIncomplete = INCOMPLETE.test(record.source);
    const lines = splitLines(record.text);
    const paragraphs = lines.map((line) => tagger.readParagraph(line.text, lexicon, table));
    const evidence = tagger.emptyEvidence();
    tagger.updateEvidence(
      evidence,
      [],
      paragraphs.map((it) => tagger.contributionsOf(it)),
    );
    const seenOf = (key) => evidence.seen[evidence.slots.get(key) ?? -1] ?? 0;
    paragraphs.forEach((paragraph, index) => {
      const { labels: gold, marked } = goldLabels(paragraph, lines[index].start, record, tagger);
      const { segments, lexemes } = paragraph;
      const seenAt = (at) => (lexemes[at] === undefined ? 0 : seenOf(tagger.evidenceKey(lexemes[at])));
      for (let at = 0; at < segments.length; at += 2) {
        if (isIncomplete && gold.subarray(segments[at], segments[at + 1]).every((label) => label === 0))
          continue;
        starts.push(labels.length);
        let before = tagger.START;
        for (let word = segments[at]; word < segments[at + 1]; word++) {
          offsets.push(features.length);
          features.append(scratch, tagger.paragraphFeatures(paragraph, word, scratch));
          features.append(
            scratch,
            tagger.documentFeatures(
              paragraph,
              word,
              seenAt(word),
              seenAt(word - 1),
              seenAt(word + 1),
              scratch,
            ),
          );
          const label = tagger.mayFollow(before, gold[word]) ? gold[word] : gold[word] - 1;
          labels.push(label);
          annotated.push(marked[word]);
          before = label;
        }
      }
    });
  }
  starts.push(labels.length);
  offsets.push(features.length);
  return {
    words: labels.length,
    segments: starts.length - 1,
    features: features.done(),
    offsets: offsets.done(),
    starts: starts.done(),
    labels: Uint8Array.from(labels),
    annotated: Uint8Array.from(annotated),
  };
}

/**
 * Labels, and 1 for each word that an annotation of any type covers: names of other things are no omissions. Titles
 * that an annotation holds are none of the name.
 */
function goldLabels(paragraph, lineStart, { source, text, entities }, tagger) {
  const { words } = paragraph;
  const labels = new Uint8Array(words.count);
  const marked = new Uint8Array(words.count);
  for (const entity of entities) {
    const type = tagger.TYPES.indexOf(GOLD_TYPES[entity.type]);
    // "General Motors" has no rank.
    const span = (entity.type === 'PERSON' ? strip : trim)(text, entity.start, entity.end);
    const first = firstEndingAfter(words, span.start - lineStart);
    let end = first;
    while (end < words.count && words.starts[end] + lineStart < span.end) end++;
    marked.fill(1, first, end);
    if (type < 0 || end === first) continue;
    const start = entity.type === 'PERSON' ? personStart(paragraph, first, end - 1, source, tagger) : first;
    labels.fill(tagger.beginOf(type) + 1, start, end);
    labels[start] = tagger.beginOf(type);
  }
  return { labels, marked };
}

function personStart(paragraph, first, last, source, { Listed, Word, nameStart }) {
  const isTitle = ({ listed, word }) => (word & Word.honorific) !== 0 || (listed & Listed.title) !== 0;
  let start = nameStart(paragraph, first, last);
  if (!TITLES_INSIDE.test(source)) return start;
  // "Environment Minister John Baird": what stands before a title belongs to it.
  for (let at = start; at < last; at++) if (isTitle(paragraph.lexemes[at])) start = at + 1;
  return start;
}

function firstEndingAfter({ ends, count }, offset) {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle] <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Integers in a typed array that doubles. */
class Growing {
  #items;
  length = 0;

  constructor(capacity) {
    this.#items = new Int32Array(capacity);
  }

  push(item) {
    this.#reserve(1);
    this.#items[this.length++] = item;
  }

  append(items, count) {
    this.#reserve(count);
    for (let at = 0; at < count; at++) this.#items[this.length++] = items[at];
  }

  done() {
    return this.#items.subarray(0, this.length);
  }

  #reserve(count) {
    if (this.length + count <= this.#items.length) return;
    const items = new Int32Array(this.#items.length * 2);
    items.set(this.#items);
    this.#items = items;
  }
}
