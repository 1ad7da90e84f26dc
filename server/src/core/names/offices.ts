/** The office in a role: which post it is, at what rank, of what. "Texas GOP Rep." is a representative. */

import type { Span } from '../model.ts';
import { once } from '../once.ts';
import { rememberText } from '../remember.ts';
import { LETTER } from '../text/letters.ts';

export interface Office {
  /** The post without rank: `president`, `secretary`. One word for all that name one post (Rep., congresswoman). */
  readonly post: string;
  /** `vice`, `deputy` and the like; empty for the post itself. */
  readonly rank: string;
  /** What a secretary or minister is one of: `defense`; empty where it is not said. */
  readonly domain: string;
  /** The words as printed: "Vice President", "Rep.", "treasury secretary". */
  readonly text: string;
  /** Offsets of {@link text} in the role. */
  readonly span: Span;
}

/** Words that say that a post is not, or not yet, or no longer held: such a role contradicts no other. */
const NOT_IN_OFFICE =
  /\b(?:former|ex|then|acting|interim|outgoing|incoming|late|ousted|deposed|onetime|one-time|past|retired|elect|designate|nominee|candidate|hopeful|contender|counterpart|emeritus|opposition|shadow|would-be|self-declared)\b|-elect\b|\bex-/;

const RANKS =
  'executive vice|senior vice|first vice|vice|first deputy|deputy|associate|assistant|under|senior|junior|co';
const DOMAINS =
  'state|defen[cs]e|treasury|commerce|interior|foreign|finance|health|education|energy|justice|labou?r|homeland security|agriculture|transport(?:ation)?|home|housing|cabinet|veterans affairs|trade|economy|environment';
/** Posts, by the forms they are printed in; longer forms first. */
const POSTS: readonly (readonly [post: string, forms: string])[] = [
  ['prime minister', 'prime minister|premier|p\\.?m\\.?'],
  ['chief minister', 'chief minister'],
  ['first minister', 'first minister'],
  ['attorney general', 'attorney[ -]general'],
  ['solicitor general', 'solicitor[ -]general'],
  ['secretary-general', 'secretary[ -]general'],
  ['surgeon general', 'surgeon general'],
  ['majority leader', '(?:house |senate )?majority leader'],
  ['minority leader', '(?:house |senate )?minority leader'],
  ['majority whip', '(?:house |senate )?majority whip'],
  ['minority whip', '(?:house |senate )?minority whip'],
  ['speaker', '(?:house )?speaker'],
  ['chief justice', 'chief justice'],
  ['justice', 'justice'],
  ['chief executive', 'chief executive(?: officer)?|ceo'],
  ['chief financial officer', 'chief financial officer|cfo'],
  ['chief operating officer', 'chief operating officer|coo'],
  ['president', 'president|pres\\.'],
  ['chancellor', 'chancellor'],
  ['senator', 'senator|sen\\.?'],
  ['representative', 'representative|rep\\.?|congressman|congresswoman'],
  ['governor', 'governor|gov\\.?'],
  ['mayor', 'mayor'],
  ['chair', 'chairman|chairwoman|chairperson|chair'],
  ['secretary', 'secretary'],
  ['minister', 'minister'],
  ['ambassador', 'ambassador'],
  ['king', 'king'],
  ['queen', 'queen'],
  ['prince', '(?:crown )?prince'],
];

/** Posts of which a person holds only one at a time; sources that give another of the same row contradict. */
const EXCLUSIVE: readonly (readonly string[])[] = [
  ['senator', 'representative'],
  ['attorney general', 'solicitor general'],
  ['speaker', 'majority leader', 'minority leader', 'majority whip', 'minority whip'],
  ['president', 'prime minister', 'chief minister', 'first minister'],
  ['king', 'prince'],
  ['chief executive', 'chief financial officer', 'chief operating officer'],
];

const PATTERNS = POSTS.map(([post, forms]) => ({
  post,
  stems: stemsOf(forms),
  pattern: once(
    () =>
      new RegExp(
        `(?<![${LETTER}-])(?:(?<rank>${RANKS})[ -])?(?:(?<before>${DOMAINS}) )?(?<form>${forms})(?![${LETTER}-])(?: (?:of|for)(?: the)? (?<after>${DOMAINS})(?![${LETTER}]))?`,
      ),
  ),
}));

/** How forms begin, what may stand before them aside: a role without any of these needs no expression, which are slow to build. */
function stemsOf(forms: string): string[] {
  const bare = forms.replace(/\(\?:[^()]*\)\?/g, '');
  return bare.split('|').map((it) => it.replace(/[[\\].*$/, ''));
}

/** The office that a role names; undefined where it names none that is held. */
export const parseOffice = rememberText(readOffice, 500);

function readOffice(role: string): Office | undefined {
  const words = role.toLowerCase();
  if (NOT_IN_OFFICE.test(words)) return undefined;
  for (const { post, stems, pattern } of PATTERNS) {
    const match = stems.some((it) => words.includes(it)) ? pattern().exec(words) : undefined;
    if (!match) continue;
    const { rank = '', before, after } = match.groups ?? {};
    // "Associate Justice" is what a justice is called; "chief justice" has been looked for before.
    return {
      post,
      rank: post === 'justice' && rank.startsWith('associate') ? '' : rank,
      domain: (before ?? after ?? '').replace('defence', 'defense').replace('labour', 'labor'),
      text: role.slice(match.index, match.index + match[0].length),
      span: { start: match.index, end: match.index + match[0].length },
    };
  }
  return undefined;
}

export type OfficeDifference = 'none' | 'words' | 'office' | 'unrelated';

/** Whether two offices of one person are the same, the same in other words, or contradict each other. */
export function compareOffices(a: Office, b: Office): OfficeDifference {
  if (a.post === b.post) {
    if (a.rank !== b.rank) return 'office';
    if (a.domain !== b.domain) return a.domain !== '' && b.domain !== '' ? 'office' : 'none';
    return wordOf(a) === wordOf(b) || a.post !== 'chair' ? 'none' : 'words';
  }
  const isJustice = a.post.endsWith('justice') && b.post.endsWith('justice');
  const areExclusive = EXCLUSIVE.some((row) => row.includes(a.post) && row.includes(b.post));
  return isJustice || (areExclusive && a.rank === b.rank) ? 'office' : 'unrelated';
}

function wordOf({ text }: Office): string {
  return text.toLowerCase().replace(/^.*\s/, '');
}

/** The chamber or "State" before a legislator's post: the draft's own word stays where only the post differs. */
function leadOf(model: Office, office: Office): string {
  const lead = /^(?:state|senate|house)\s+/i.exec(model.text)?.[0] ?? '';
  if (/^state/i.test(lead)) return /^(?:senator|representative)$/.test(office.post) ? lead : '';
  return /^(?:majority|minority)\b/i.test(office.text) ? lead : '';
}

/** An office of a source as the draft would print it: with its capitals, and cut as it cuts ("Sen." for "Rep."). */
export function printLike(model: Office, office: Office): string {
  const short: { readonly [post: string]: string } = {
    senator: 'Sen.',
    representative: 'Rep.',
    governor: 'Gov.',
  };
  const full: { readonly [post: string]: string } = {
    senator: 'senator',
    representative: 'representative',
    governor: 'governor',
  };
  const isShort = /\.$/.test(model.text);
  const text = leadOf(model, office) + ((isShort ? short[office.post] : full[office.post]) ?? office.text);
  if (/^\p{Lu}{2,}$/u.test(text)) return text;
  const isCapital = /^\p{Lu}/u.test(model.text);
  if (isCapital === /^\p{Lu}/u.test(text)) return text;
  return isCapital
    ? text.replace(/(?<=^|[ -])(?!of\b|the\b|for\b)\p{Ll}/gu, (it) => it.toUpperCase())
    : text.toLowerCase();
}
