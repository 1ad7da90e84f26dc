/**
 * Records made of the sentences of `lists/sentences.txt`: what news is full of and the records are short of (results,
 * captions, bylines, storms, companies that are called like people), with other names each time.
 *
 * In a sentence `[P …]`, `[O …]` and `[L …]` are annotations, and `{…}` are filled in: with a number the same
 * throughout the line, in capitals where the braces hold capitals. `{name}` is a full name, `{last}` its family name and
 * `{first}` its given name.
 */

const TYPES = { P: 'PERSON', O: 'ORG', L: 'LOC' };
/** Of the full names, those of an East Asian family name and two syllables. */
const EASTERN_NAMES = 0.08;
/** Of the other full names, those that records have; the rest is put together from the lists. */
const MET_NAMES = 0.6;
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'a', 'e', 'i', 'o', 'ia', 'eo', 'ou'];
const CONSONANTS = 'b c d f g k l m n p r s t v x z br cl dr fl gr kl pl pr st tr sh ch th qu'.split(' ');

/** `copies` records of each sentence. `lists` holds what is filled in, by name: arrays of strings. */
export function compose(sentences, lists, copies, random) {
  return Array.from({ length: copies }, () => sentences.map((it) => composeOne(it, lists, random))).flat();
}

function composeOne(sentence, lists, random) {
  const filled = new Map();
  const entities = [];
  let text = '';
  let open;
  for (const part of sentence.split(/(\[[POL] |\]|\{\w+\})/)) {
    if (/^\[[POL] $/.test(part)) open = { type: TYPES[part[1]], start: text.length };
    else if (part === ']' && open !== undefined) {
      entities.push({ ...open, end: text.length });
      open = undefined;
    } else if (/^\{\w+\}$/.test(part)) text += fill(part.slice(1, -1), lists, filled, random);
    else text += part;
  }
  return { source: 'composed', text, entities };
}

function fill(slot, lists, filled, random) {
  const [, kind, number] = /^(\D+)(\d*)$/.exec(slot);
  const partOf = PARTS[kind.toLowerCase()];
  const name = partOf === undefined ? kind.toLowerCase() : 'name';
  const key = `${name}${number}`;
  const value = (number === '' ? undefined : filled.get(key)) ?? choose(name, lists, random);
  filled.set(key, value);
  const shown = partOf === undefined ? value : partOf(value, lists);
  return kind === kind.toUpperCase() ? shown.toUpperCase() : shown;
}

/** The word of a full name that stands for the person later on: the first of an East Asian one. */
function lastOf(name, lists) {
  const words = name.split(' ');
  return isFamilyFirst(words, lists) ? words[0] : words[words.length - 1];
}

/** The given name of a full name. */
function firstOf(name, lists) {
  const words = name.split(' ');
  return isFamilyFirst(words, lists) ? words.slice(1).join(' ') : words[0];
}

const PARTS = { first: firstOf, last: lastOf };

function isFamilyFirst(words, lists) {
  return (
    lists.eastern_family.includes(words[0]) &&
    words.slice(1).every((it) => lists.eastern_given.some((syllable) => it.startsWith(syllable)))
  );
}

function choose(kind, lists, random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const letter = () => String.fromCharCode(65 + Math.floor(random() * 26));
  switch (kind) {
    case 'name': {
      if (random() < EASTERN_NAMES) return `${pick(lists.eastern_family)} ${easternGiven(lists, pick)}`;
      return random() < MET_NAMES ? pick(lists.name) : `${pick(lists.given)} ${pick(lists.family)}`;
    }
    case 'initial':
      return `${letter()}.`;
    case 'initials':
      return pick([`${letter()}.`, `${letter()}.${letter()}.`, `${letter()}${letter()}`, letter()]);
    case 'acronym':
      return Array.from({ length: 2 + Math.floor(random() * 4) }, letter).join('');
    case 'newgiven':
      return respell(pick(lists.given), pick);
    case 'age':
      return String(18 + Math.floor(random() * 70));
    case 'year':
      return String(1950 + Math.floor(random() * 80));
    case 'n':
      return String(1 + Math.floor(random() * 16));
    case 'brand': {
      const syllables = Array.from(
        { length: 2 + Math.floor(random() * 2) },
        () => pick(CONSONANTS) + pick(VOWELS),
      );
      const word = syllables.join('') + pick(['', '', 'n', 'x', 'r', 's', 'l']);
      return word.charAt(0).toUpperCase() + word.slice(1);
    }
    default:
      return pick(lists[kind]);
  }
}

/** A given name as no list has it: "Dylann", "Megyn", "Kathi". */
function respell(name, pick) {
  const [pattern, letters] = pick(RESPELLINGS.filter(([it]) => it.test(name)));
  return name.replace(pattern, letters);
}

const RESPELLINGS = [
  [/$/, 'a'],
  [/(?<=[aeiouy])([nlrst])$/, '$1$1'],
  [/(?<=[aeiouy][nlrst])$/, 'e'],
  [/y$/, 'i'],
  [/i?e$/, 'y'],
  [/(?<=.)i(?=[a-z])/, 'y'],
  [/(?<=.)e(?=[a-z])/, 'y'],
  [/^C(?=[aour])/, 'K'],
  [/^J/, 'Dj'],
  [/^(?=[AEO][a-z])/, 'De'],
];

/** "Jae Myung", "Jae-myung" or "Jaemyung". */
function easternGiven(lists, pick) {
  const [first, second] = [pick(lists.eastern_given), pick(lists.eastern_given)];
  const joint = pick([' ', '-', '']);
  return `${first}${joint}${joint === ' ' ? second : second.toLowerCase()}`;
}
