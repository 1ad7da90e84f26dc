/** The words of a paragraph that tell of speaking: verbs of saying, pronouns, common nouns that may be speakers. */

import type { Span } from '../model.ts';
import { once } from '../once.ts';
import { LETTER } from '../text/letters.ts';

const VERBS: ReadonlySet<string> = new Set(
  `said says say saying told tells tell telling added adds adding wrote writes writing called calls calling
  recalled recalls asked asks asking continued continues described describes describing concluded concludes noted notes noting
  reported reports reporting replied replies argued argues arguing explained explains explaining tweeted tweets tweeting posted
  read reads stated states stating admitted admits admitting remarked remarking declared declares declaring assured
  promised promises shouted shouting complained complains complaining responded responds warned warns warning joked
  joking insisted insists insisting claimed claims claiming announced announces announcing acknowledged acknowledges
  suggested suggests suggesting urged urges urging vowed vows vowing pledged pledges demanded demands demanding praised
  praises praising denounced denounces condemned condemns condemning accused accuses accusing criticized criticised
  dismissed dismissing blasted slammed lamented laments quipped mused observed observes commented comments countered
  retorted repeated repeats reiterated reiterates stressed stresses stressing emphasized emphasizes emphasised testified
  testifies conceded concedes cautioned cautions predicted predicts believed believes thinks thought feels felt hoped
  boasted bragged pleaded yelled screamed whispered muttered cried exclaimed chanted sang recounted relayed revealed
  reveals confirmed confirms denied denies offered opined proclaimed referred referring advised advises alleged alleges
  summed put puts labeled labelled dubbed likened hailed deemed quoted quotes cited cites
    interjected interjects gloated gloats cracked riffed scoffed scoffs elaborated elaborates demurred agreed agrees
    bemoaned bemoans groused proclaims emailed emails recognized recognised lectured lecturing fumed snapped chimed
    deadpanned sniffed marveled marvelled enthused thundered growled ventured volunteered mocked mocks decried
    decries derided derides touted touts characterized characterised characterizes characterises portrayed portrays
    branded termed contended contends contending asserted asserts asserting maintained maintains maintaining
    answered answers recited queried wondered wonders raged hinted hints implored counseled counselled chided chides
    reasoned reasons reflected jokes quips muses scolded sneered begged railed railing ranted intoned
    summarized summarised messaged texted texts indicated indicates indicating credited credits recommended recommends reassured
    protested protests objected lauded lauds signalled signaled`
    .split(/\s+/)
    .filter((it) => it !== ''),
);
/** Two words that say together what neither says alone: the second, by the first. */
const PHRASAL: ReadonlyMap<string, string> = new Map([
  ['went', 'on'],
  ...['shot', 'fired', 'shoots', 'fires', 'hit', 'hits'].map((it) => [it, 'back'] as const),
  ...['pointed', 'points', 'pointing'].map((it) => [it, 'out'] as const),
  ['cut', 'in'],
  ['cuts', 'in'],
]);
/** Forms that are nouns as well, and what makes them so. */
const NOUN_OR_VERB =
  /^(?:calls?|claims?|comments?|demands?|emails?|hints?|jokes?|observes|posted|promises|protests?|puts|reads?|reasons|reports?|texts?|tweets?|wonders)$/i;
const NOUN_BEFORE =
  /(?:['’]s?|\b(?:the|an?|his|her|their|its|our|my|your|these|those|some|many|more|recent|public|no|any|all|for|of|such))\s+$/i;

const PRONOUNS: ReadonlySet<string> = new Set('he she they i we it who which'.split(' '));
/** Common nouns that speak. */
export const NOUNS =
  'officials?|spokes(?:man|woman|person|people|men|women)|statements?|reports?|sources?|police|authorities|prosecutors?|lawyers?|attorneys?|aides?|advisers?|advisors?|campaigns?|governments?|ministry|ministers?|president|senators?|lawmakers?|experts?|analysts?|critics?|supporters?|witness(?:es)?|residents?|judge|court|justices?|documents?|letter|memo|email|tweet|post|complaint|lawsuit|filing|indictment|affidavit|ruling|opinion|agency|department|company|group|union|committee|commission|panel|bank|firm|newspaper|paper|article|editorial|organi[sz]ation|organi[sz]ers?|activists?|protesters?|demonstrators?|doctors?|researchers?|scientists?|authors?|professors?|leaders?|investigators?|detectives?|officers?|sheriff|mayor|governor|secretary|director|chairman|chairwoman|chief|commander|general|coach|manager|players?|owner|executives?|candidates?|voters?|man|woman|men|women|mother|father|son|daughter|brother|sister|wife|husband|friends?|colleagues?|neighbou?rs?|student|teacher|family|person|people|reporter|driver|survivor|victim|nominee|congressman|congresswoman|representative|billionaire|businessman|politician|diplomat|ambassador|envoy|pastor|priest|pope|king|queen|actor|actress|singer|writer|historian|economist|strategist|pollster|consultant|operative|republicans?|democrats?';
const NOUN = new RegExp(`(?<![${LETTER}'’-])(?:${NOUNS})(?![${LETTER}-])`, 'g');

/** Where a paragraph tells of speaking; offsets in it, in reading order. */
export interface Speech {
  /** The verbs of saying, where they are no nouns. */
  readonly verbs: readonly Span[];
  readonly pronouns: readonly Span[];
  /** Asked for by few paragraphs. */
  readonly nouns: () => readonly Span[];
}

export function readSpeech(text: string): Speech {
  const verbs: Span[] = [];
  const pronouns: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!isLetter(text.charCodeAt(at))) continue;
    const start = at;
    while (isLetter(text.charCodeAt(at))) at++;
    if (isJoined(text, start - 1) || at - start > LONGEST) continue;
    const word = text.slice(start, at).toLowerCase();
    if (PRONOUNS.has(word) && !isJoined(text, at)) pronouns.push({ start, end: at });
    const end = endOfVerb(text, word, at);
    if (end !== undefined && isVerb(text, start, end)) verbs.push({ start, end });
  }
  const nouns = once(() =>
    Array.from(text.matchAll(NOUN), ({ 0: noun, index }) => ({ start: index, end: index + noun.length })),
  );
  return { verbs, pronouns, nouns };
}

const LONGEST = Math.max(...[...VERBS].map((it) => it.length));

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** Whether the character there makes one word with plain letters beside it. */
function isJoined(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 0x27 || code === 0x2d || code === 0x2019) return true;
  return code > 127 && /[\p{L}\p{M}]/u.test(text.charAt(at));
}

/** Where the verb of saying ends that begins with a word. */
function endOfVerb(text: string, word: string, end: number): number | undefined {
  if (VERBS.has(word)) return isContinued(text, end) ? undefined : end;
  const second = PHRASAL.get(word);
  if (second === undefined || text.charAt(end) !== ' ') return undefined;
  const last = end + 1 + second.length;
  const isPhrase = text.slice(end + 1, last).toLowerCase() === second;
  return isPhrase && !isLetter(text.charCodeAt(last)) && !isContinued(text, last) ? last : undefined;
}

/** An apostrophe behind a verb is the end of a quotation. */
function isContinued(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code !== 0x27 && code !== 0x2019 && isJoined(text, at);
}

function isVerb(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end);
  const lead = text.slice(Math.max(0, start - 16), start);
  // A capital inside a sentence belongs to a name: the United States.
  if (/^\p{Lu}/u.test(word) && !/(?:^|[.!?:("“”'‘’—–])\s*$/.test(lead)) return false;
  return !(NOUN_OR_VERB.test(word) && NOUN_BEFORE.test(lead));
}
