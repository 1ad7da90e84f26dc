/**
 * Scores names against gold, by source and type: exact (same type and span after honorifics, possessive and
 * punctuation are stripped on both sides), overlap (any shared character), false mentions per 1,000 words.
 */

const TYPES = ['PERSON', 'ORG', 'LOC'];
export const GOLD_TYPES = { PERSON: 'person', ORG: 'organization', LOC: 'place' };

const HONORIFICS =
  /^(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Rev|Fr|Gen|General|Col|Colonel|Maj|Major|Capt|Captain|Lt|Sgt|Sen|Senator|Rep|Representative|Gov|Governor|Pres|President|Prime Minister|Premier|Chancellor|Minister|King|Queen|Prince|Princess|Pope|Judge|Justice|Secretary|Ambassador|Chairman|Mayor|Sheikh|Sheik|Imam|Ayatollah)\.?\s+)+/;

/** A span without what scoring doesn't count: honorifics before it, possessive and punctuation around it. */
export function strip(text, start, end) {
  return withoutEdges(text, start, end, [MARKS, HONORIFICS]);
}

/** A span without the possessive and the punctuation around it. */
export function trim(text, start, end) {
  return withoutEdges(text, start, end, [MARKS]);
}

const MARKS = /^[\s"'“”‘’([.,;:–—-]+/;

function withoutEdges(text, start, end, heads) {
  let from = start;
  let to = end;
  const cut = () => text.slice(from, to);
  for (const head of heads) {
    const length = head.exec(cut())?.[0].length ?? 0;
    if (length < to - from) from += length;
  }
  for (const tail of [/(?:['’]s|['’])?[\s"'“”‘’)\],;:!?–—-]*$/, /(?:['’]s|['’])$/]) {
    const length = tail.exec(cut())?.[0].length ?? 0;
    if (length < to - from) to -= length;
  }
  if (/[a-z]{3}\.$/.test(cut())) to -= 1;
  return { start: from, end: to };
}

/** The lines of a text with their offsets: training and scoring read a line as a paragraph. */
export function splitLines(text) {
  const lines = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') lines.push({ start, text: line });
    start += line.length + 1;
  }
  return lines;
}

/** Figures by source (and `all`). `tagText` gives `{start, end, type}` in the vocabulary of the product. */
export function evaluate(records, tagText) {
  const bySource = new Map();
  const of = (source) => {
    if (!bySource.has(source))
      bySource.set(source, { words: 0, ...Object.fromEntries(TYPES.map((type) => [type, noCounts()])) });
    return bySource.get(source);
  };
  for (const { source, text, entities } of records) {
    const tagged = tagText(text);
    for (const figures of [of(source), of('all')]) {
      figures.words += text.split(/\s+/).length;
      for (const type of TYPES) {
        const gold = entities.filter((it) => it.type === type);
        const found = tagged.filter((it) => it.type === GOLD_TYPES[type]);
        count(figures[type], text, gold, found);
      }
    }
  }
  return bySource;
}

const noCounts = () => ({ gold: 0, found: 0, exact: 0, overlapFound: 0, overlapGold: 0 });

function count(counts, text, gold, found) {
  const key = ({ start, end }) => {
    const span = strip(text, start, end);
    return `${span.start},${span.end}`;
  };
  const exact = new Set(gold.map(key));
  const overlap = (a, b) => a.start < b.end && b.start < a.end;
  counts.gold += gold.length;
  counts.found += found.length;
  for (const it of found) {
    if (exact.has(key(it))) counts.exact++;
    if (gold.some((other) => overlap(it, other))) counts.overlapFound++;
  }
  for (const it of gold) if (found.some((other) => overlap(it, other))) counts.overlapGold++;
}

export function printFigures(bySource) {
  const percent = (part, whole) => (whole === 0 ? 0 : (100 * part) / whole);
  const f1 = (p, r) => (p + r === 0 ? 0 : (2 * p * r) / (p + r));
  for (const [source, figures] of bySource) {
    const parts = TYPES.map((type) => {
      const it = figures[type];
      const p = percent(it.exact, it.found);
      const r = percent(it.exact, it.gold);
      const overlap = f1(percent(it.overlapFound, it.found), percent(it.overlapGold, it.gold));
      const exact = `${p.toFixed(1)}/${r.toFixed(1)}/${f1(p, r).toFixed(1)}`;
      return `${type} ${exact} overlap ${overlap.toFixed(1)}`;
    });
    const { found, overlapFound } = figures.PERSON;
    const falsePersons = (1000 * (found - overlapFound)) / figures.words;
    console.log(`${source.padEnd(24)} ${parts.join(' | ')} | false PERSON/1k ${falsePersons.toFixed(2)}`);
  }
}
