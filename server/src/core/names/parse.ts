/** Takes a name apart, for comparison: the words that tell people apart, without titles, particles and generations. */

import { foldLetters } from '../text/fold.ts';

export interface ParsedName {
  /** Folded, in order; hyphens part words. */
  readonly words: readonly string[];
  /** {@link words} without the particles that come and go in romanised names. */
  readonly core: readonly string[];
  /** The words as printed, hyphens joined: "jae-myung" is one, as "jaemyung". */
  readonly groups: readonly string[];
  /** All letters in a row. */
  readonly squashed: string;
  /** `jr`, `sr`, `ii` and so on. */
  readonly generation: string | undefined;
  /** How many of the words are initials. */
  readonly initials: number;
}

const HONORIFICS = new Set(
  `mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron rev gen general col colonel maj major capt
  captain lt sen senator rep gov president minister haji hajji maulvi mullah mawlawi qari sheikh shaikh sheik syed sayyid
  seyyed seyed sayed sayyed shaykh ch chaudhry shri smt drs ir eng u daw`.split(/\s+/),
);

/** Articles and links of family names, which one outlet prints and another leaves out. */
const PARTICLES = new Set(
  'al el ul ad as an ash az ar at bin ben ibn ould bint abu de da do dos das del della di du la le van von der den ter ten zu y e'.split(
    ' ',
  ),
);

const GENERATIONS = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);

export function parseName(name: string): ParsedName {
  const folded = foldLetters(name.replace(/["“”](?:[^"“”]*)["“”]|\([^)]*\)/g, ' '));
  const groups = folded
    .replace(/['’‘`ʻʼ]/g, '')
    .replace(/[.,]/g, ' ')
    .split(/\s+/)
    .filter((it) => it !== '' && it !== '-');
  while (groups.length > 2 && HONORIFICS.has(groups[0] ?? '')) groups.shift();
  const generation = groups.length > 2 && GENERATIONS.has(groups.at(-1) ?? '') ? groups.pop() : undefined;
  const words = groups.flatMap((it) => it.split('-')).filter((it) => it !== '');
  const core = words.filter((it) => !PARTICLES.has(it));
  return {
    words,
    core: core.length > 1 ? core : words,
    groups: groups.map((it) => it.replaceAll('-', '')),
    squashed: words.join(''),
    generation,
    initials: words.filter((it) => it.length === 1).length,
  };
}
