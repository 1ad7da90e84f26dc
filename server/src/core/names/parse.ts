/** Takes a name apart, for comparison: the words that tell people apart, without titles, particles and generations. */

import { rememberText } from '../remember.ts';
import { foldLetters } from '../text/fold.ts';

export interface ParsedName {
  /** Folded, in order; hyphens part words. */
  readonly words: readonly string[];
  /** {@link words} without the particles that come and go in romanised names, compounds joined. */
  readonly core: readonly string[];
  /** The words as printed, hyphens joined: "jae-myung" is one, as "jaemyung". */
  readonly groups: readonly string[];
  /** All letters in a row. */
  readonly squashed: string;
  /** `jr`, `sr`, `ii` and so on. */
  readonly generation: string | undefined;
  /** How many of the words are initials; the `o` of "O-kyeong" is none. */
  readonly initials: number;
  /** Whether it has letters that only a language written in Latin letters at home has: `ş`, `ø`, `ł`. */
  readonly hasHomeLetters: boolean;
}

const HONORIFICS = new Set(
  `mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron rev gen general col colonel maj major capt
  captain lt sen senator rep gov president minister haji hajji hajj alhaj maulvi mullah mulla molla mawlawi maulawi
  mawlana maulana mufti molah hafiz qari sheikh shaikh sheik cheikh shekh shaykh syed sayyid seyyed seyed sayed sayyed
  ayatollah hojjatoleslam engineer brigadier commander ustad ustaz ch chaudhry shri smt drs ir eng u daw tan dato datuk
  tunku`.split(/\s+/),
);

/** Whether a folded word is a title, in the West or the Islamic world. */
export function isHonorific(word: string): boolean {
  return HONORIFICS.has(word);
}

/** Articles and links of family names, which one outlet prints and another leaves out. */
const PARTICLES = new Set(
  `al el ul ad as an ash az ar at us ur ud bin ben ibn ould bint abu abou umm de da do dos das del della di du la le van
  von der den ter ten zu y e dela delos los las`.split(/\s+/),
);

/** Whether a folded word is such an article or link. */
export function isParticle(word: string): boolean {
  return PARTICLES.has(word);
}

const GENERATIONS = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);

/** What stands behind a name in the Commonwealth and in academia, and is no part of it: "Ann Hart KC", "Ian Bell MP, OBE". */
const POST_NOMINAL =
  'KC|QC|SC|SAN|MPs?|MEP|MSP|MLA|MLC|TD|OM|MBE|OBE|CBE|[KDG]BE|BEM|VC|FRCPS?|FRS|FBA|MBA|M\\.?D\\.?|Ph\\.?D\\.?|DPhil|Esq\\.?|IAS|IPS|IFS|[PA]?VSM';
/** Two words have to be left, since KC is a surname in Nepal. */
const POST_NOMINALS = new RegExp(String.raw`^(\S+\s+\S.*?)(?:,?\s+(?:${POST_NOMINAL}))+$`);
const ONLY_POST_NOMINAL = new RegExp(`^(?:${POST_NOMINAL})$`);

/** Whether a word behind a name is an honour, an office or a degree. */
export function isPostNominal(word: string): boolean {
  return ONLY_POST_NOMINAL.test(word);
}

/** A name without honours, offices and degrees behind it. */
export function withoutPostNominals(name: string): string {
  return CAPITAL_END.test(name) ? (POST_NOMINALS.exec(name)?.[1] ?? name) : name;
}

const CAPITAL_END = /(?:\p{Lu}\.?|Phil|Esq\.?)$/u;

/** Short forms in writing, never in speech. */
const WRITTEN_SHORT = new Map([
  ['md', 'muhammad'],
  ['mohd', 'muhammad'],
  ['muhd', 'muhammad'],
  ['mg', 'maung'],
]);

/** No text prints a person's name in more words than this; what comes after is not compared. */
const MOST_WORDS = 16;
const HOME_LETTERS = /[şğıöüçćčšžřěůľĺťďňłńśźżęąőűñãõøåæđâîêôơưățțńąäß]/i;

export const parseName = rememberText(readName, 600);

function readName(printed: string): ParsedName {
  const name = withoutPostNominals(printed);
  const hasMarks = MARKS.test(name);
  const folded = foldLetters(hasMarks ? name.replace(/["“”][^"“”]*["“”]|\([^()]*\)/g, ' ') : name);
  const bare = hasMarks ? folded.replace(/['’‘`ʻʼʿʾ]/g, '').replace(/[.,]/g, ' ') : folded;
  const groups = bare.split(/\s+/).filter((it) => it !== '' && it !== '-');
  while (groups.length > 2 && HONORIFICS.has(groups[0] ?? '')) groups.shift();
  const generation = groups.length > 2 && GENERATIONS.has(groups.at(-1) ?? '') ? groups.pop() : undefined;
  const hasHyphens = bare.includes('-');
  const words = hasHyphens ? groups.flatMap((it) => it.split('-')).filter((it) => it !== '') : groups;
  return {
    words,
    core: coreOf(words.length > MOST_WORDS ? words.slice(0, MOST_WORDS) : words, bare),
    groups: hasHyphens ? groups.map((it) => it.replaceAll('-', '')) : groups,
    squashed: words.join(''),
    generation,
    initials: groups.reduce((count, it) => count + (it.length === 1 ? 1 : 0), 0),
    hasHomeLetters: NOT_ASCII.test(name) && HOME_LETTERS.test(name),
  };
}

const MARKS = /["“”().,'’‘`ʻʼʿʾ]/;
const NOT_ASCII = /[^\0-\x7f]/;
/** What a name with an Arabic compound has somewhere. */
const COMPOUND = /abd|d[ei]{1,2}ne?(?![a-z])|ll?ah?(?![a-z])|ab[ou]u? /;

function coreOf(words: readonly string[], folded: string): readonly string[] {
  const written = words.map((it) => WRITTEN_SHORT.get(it) ?? it);
  const joined = COMPOUND.test(folded) ? joinCompounds(written) : written;
  const core = joined.filter((it) => !PARTICLES.has(it));
  return core.length > 1 ? core : joined;
}

const SERVANT = /^[ae]?abd[aeiou]{0,2}[lrsdtnz]?$/;
const ARTICLE = /^(?:[aeu][lrsdtnz]|ash|esh)$/;
const FAITH = /^(?:[aeu][dl])?d[ei]{1,2}ne?$/;
const GOD = /^[aou]ll?ah?$/;

/**
 * Arabic compounds are one name however they are spaced: Abd al-Rahman and Abdurrahman, Nur al-Din and Nooruddin,
 * Amanullah and Aman Ullah. They are joined as `abd` + name, name + `udin`, name + `ula`.
 */
function joinCompounds(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    const next = words[i + 1] ?? '';
    const afterNext = words[i + 2] ?? '';
    if (SERVANT.test(word) && next !== '' && word !== 'abdi') {
      const hasArticle = ARTICLE.test(next) && afterNext !== '';
      joined.push(`abd${hasArticle ? afterNext : next}`);
      i += hasArticle ? 2 : 1;
    } else if (
      joined.length > 0 &&
      ((ARTICLE.test(word) && FAITH.test(next)) || (word.length > 3 && FAITH.test(word)))
    ) {
      joined.push(`${joined.pop() ?? ''}udin`);
      if (ARTICLE.test(word)) i++;
    } else if (joined.length > 0 && GOD.test(word)) {
      joined.push(`${joined.pop() ?? ''}ula`);
    } else if (/^ab[ou]u?$/.test(word) && /^ba[ck]k?[aei]?r$/.test(next)) {
      joined.push('abubakr');
      i++;
    } else joined.push(oneWord(word));
  }
  return joined;
}

function oneWord(word: string): string {
  if (word.length < 7 || HONORIFICS.has(word)) return word;
  const servant = /^[ae]?abd(?:[aeou]{1,2}l|[aeou]{1,2}(?=([rsdtnz]h?)\1))(?!l?ah?$|ay)(.{3,})$/.exec(word);
  if (servant) return `abd${(servant[2] ?? '').replace(/^([rsdtnz])h?\1/, '$1')}`;
  return word.replace(/(?:[aeou]l?d|[ae]l)d[ei]{1,2}ne?$/, 'udin').replace(/[aou]ll?ah?$/, 'ula');
}
