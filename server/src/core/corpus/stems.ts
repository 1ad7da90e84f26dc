/** Words cut to what their forms share ("killed", "killing"), for comparing what sentences are about. */

import { rememberText } from '../remember.ts';
import { foldLetters } from '../text/fold.ts';

/** The stem of a word; undefined for words that any sentence may have. */
export const stemOf = rememberText(readStem, 2_000);

function readStem(word: string): string | undefined {
  const folded = foldLetters(word).replace(/['’]s?$/u, '');
  if (folded.length < 3 || COMMON.has(folded) || !/\p{L}/u.test(folded)) return undefined;
  const regular = IRREGULAR.get(folded);
  if (regular !== undefined) return regular;
  if (folded.length < 5) return folded.replace(/s$/, '');
  const stem = folded.replace(/(?:ations?|ings?|ers?|ed|ies|es|s|e|y)$/, '');
  return stem.length < 3 ? folded : stem;
}

/** The stems of verbs of news whose past looks otherwise. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `died:die dead:die struck:strik shot:shoot sank:sink sunk:sink met:meet left:leav won:win lost:lose fell:fall fought:fight
  fled:flee held:hold began:begin begun:begin broke:break broken:break sold:sell bought:buy paid:pay built:build sent:send
  flew:fly wrote:writ written:writ rose:rise sworn:swear swore:swear stole:steal stolen:steal drove:driv froze:freez
  frozen:freez shut:shut spent:spend beat:beat beaten:beat sued:sue led:lead fed:feed gave:give given:give`
    .split(/\s+/)
    .map((it): [string, string] => {
      const [past = '', stem = ''] = it.split(':');
      return [past, stem];
    }),
);

const COMMON = new Set(
  `the and that this with for was were has have had are not but they their them his her its from who which will would been
  said says say told about after before when where while than then there here also more most some such into over under out
  could should may might can did does done very just only other others another because what how why all any each both
  between during since until through against our your you she him our one two new now yet still even own same like according
  mr mrs ms dr sir jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august
  september october november december monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow
  day days week weeks month months year years last next ago per percent million billion trillion thousand hundred added
  being those these many much make made get got going went come came take took`
    .split(/\s+/)
    .filter((it) => it !== ''),
);
