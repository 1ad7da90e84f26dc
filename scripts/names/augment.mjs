/**
 * Copies of records that teach what the records are short of: other names in the same sentences (so that the model
 * reads the sentence, not the name) and lines in headline capitals or all capitals.
 */

import { splitLines } from './evaluate.mjs';

const NAME_WORD = /^\p{Lu}[\p{Ll}\p{M}]+(?:[-'’]\p{L}[\p{Ll}\p{M}]+)*$/u;
/** Names of several sources stand in single sentences or lists, where a strange name can only be guessed. */
const CONNECTED_TEXT = /^(?:redocred|gum-|uner-|wikigold)/;
/** Of the records of connected text, those that are copied. */
const COPIED = 0.5;
/** Of a copy's lines, those that become headlines: half title case, half capitals. */
const HEADLINES = 0.1;
/** Of the copies, those whose names come from the lists of the world's names and not from other records. */
const LISTED_NAMES = 0.5;
/** Records of edited text; of these, those of which a line is copied as a headline, and of the headlines those in capitals. */
const EDITED_TEXT = /^(?:redocred|gum-|uner-|wikigold|crossner)/;
const HEADLINED = 0.3;
const CAPITALS = 0.6;

/** The records and their copies. `lists` has `given` and `family` names. */
export function augment(records, lists, random) {
  const pools = namePools(records, lists);
  const copies = records
    .filter((it) => CONNECTED_TEXT.test(it.source) && it.entities.some(({ type }) => type === 'PERSON'))
    .filter(() => random() < COPIED)
    .map((it) =>
      withOtherNames(withHeadlines(it, random), random() < LISTED_NAMES ? pools.listed : pools.met, random),
    );
  const headlines = records
    .filter((it) => EDITED_TEXT.test(it.source) && random() < HEADLINED)
    .flatMap((it) => headlineOf(it, random));
  return [...records, ...copies, ...headlines];
}

/** Given and family names: those of the lists, and those of the records as often as they occur. */
function namePools(records, lists) {
  const met = { given: [], family: [] };
  for (const { text, entities } of records) {
    for (const { type, start, end } of entities) {
      if (type !== 'PERSON') continue;
      const words = text.slice(start, end).split(' ');
      if (words.length < 2 || words.length > 3 || !words.every((word) => NAME_WORD.test(word))) continue;
      met.given.push(words[0]);
      met.family.push(words[words.length - 1]);
    }
  }
  return { met, listed: lists };
}

/** A copy in which each word of a person's name stands for another one, the same throughout the record. */
function withOtherNames(record, pool, random) {
  const others = new Map();
  return rewriteWords(record, ({ word, entity, isLast }) => {
    if (entity?.type !== 'PERSON' || !NAME_WORD.test(word)) return word;
    if (!others.has(word)) {
      const names = isLast ? pool.family : pool.given;
      others.set(word, names[Math.floor(random() * names.length)]);
    }
    return others.get(word);
  });
}

function withHeadlines(record, random) {
  const styles = new Map();
  return rewriteWords(record, ({ word, start }) => {
    const line = record.text.lastIndexOf('\n', start);
    if (!styles.has(line)) {
      const chance = random();
      styles.set(line, chance < HEADLINES / 2 ? 'capitals' : chance < HEADLINES ? 'title' : 'sentence');
    }
    return STYLES[styles.get(line)](word);
  });
}

const STYLES = {
  sentence: (word) => word,
  capitals: (word) => word.toUpperCase(),
  title: (word) => (word.length > 3 ? word.charAt(0).toUpperCase() + word.slice(1) : word),
};

/** A line with names as a headline over no story, if there is one. */
function headlineOf({ source, text, entities }, random) {
  const lines = splitLines(text).map(({ start, text: line }) => ({
    source,
    text: line.replace(/\.$/, ''),
    entities: entities
      .filter((it) => it.start >= start && it.end <= start + line.length)
      .map((it) => ({ ...it, start: it.start - start, end: it.end - start })),
  }));
  const named = lines.filter((it) => it.entities.length > 0);
  if (named.length === 0) return [];
  const style = random() < CAPITALS ? 'capitals' : 'title';
  return [rewriteWords(named[Math.floor(random() * named.length)], ({ word }) => STYLES[style](word))];
}

/**
 * A copy with every word changed by `change`, and the entities moved along. Entities whose ends are not at the ends
 * of words are left out.
 */
function rewriteWords(record, change) {
  const { text } = record;
  const entities = [...record.entities].sort((a, b) => a.start - b.start);
  const startsAt = new Map();
  const endsAt = new Map();
  let out = '';
  let from = 0;
  let next = 0;
  for (const match of text.matchAll(/[^\s"“”().,:;!?]+?(?=['’]s(?![\p{L}\p{N}])|[\s"“”().,:;!?]|$)/gu)) {
    const start = match.index;
    const end = start + match[0].length;
    while (next < entities.length && entities[next].end <= start) next++;
    const entity = entities[next]?.start <= start ? entities[next] : undefined;
    out += text.slice(from, start);
    startsAt.set(start, out.length);
    out += change({ word: match[0], entity, isLast: entity !== undefined && entity.end <= end, start });
    endsAt.set(end, out.length);
    from = end;
  }
  out += text.slice(from);
  const moved = entities
    .filter((it) => startsAt.has(it.start) && endsAt.has(it.end))
    .map((it) => ({ ...it, start: startsAt.get(it.start), end: endsAt.get(it.end) }));
  return { ...record, text: out, entities: moved };
}
