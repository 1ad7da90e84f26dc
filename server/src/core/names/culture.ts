/** Which customs a name follows, told by its given names, family names, particles and endings: general knowledge. */

import { isEnglishGivenName } from './nicknames.ts';
import type { ParsedName } from './parse.ts';
import { consonantSkeleton } from './transliteration.ts';

/** How freely a name is romanised, and so how far two forms of it may lie apart. */
export type Culture =
  /** Written in Latin letters at home: Western names, Turkish, Vietnamese. Letters tell people apart. */
  | 'latin'
  /** From Cyrillic: the vowels that are written are the vowels that are meant. */
  | 'slavic'
  /** From Arabic and Persian letters: short vowels are anybody's choice. */
  | 'muslim'
  /** From Indian scripts: each bearer keeps to one spelling. */
  | 'indic'
  /** From kana: syllables that sound alike are other names. */
  | 'japanese'
  /** Any other. */
  | 'free';

/** The culture of two names, where they agree; a name that tells nothing follows the other. */
export function sharedCulture(x: Culture, y: Culture): Culture {
  if (x === y || y === 'free') return x;
  if (x === 'free') return y;
  return x === 'muslim' || y === 'muslim' ? 'muslim' : 'free';
}

/** What one word tells about the customs of its bearer. */
export interface CultureHint {
  readonly by: 'muslim' | 'indic' | 'slavic' | undefined;
  /** Whether nobody else is called so: other names share the consonants of Muslim ones. */
  readonly isSure: boolean;
  readonly isWestern: boolean;
  readonly isEnglish: boolean;
  readonly hasWesternEnding: boolean;
  readonly hasMuslimLetters: boolean;
}

/** Reads a folded word for what it tells. */
export function readHint(word: string): CultureHint {
  const isSure = isSurelyMuslim(word);
  const isEnglish = isEnglishGivenName(word);
  return {
    by:
      isSure || (word.length > 3 && muslimSkeletons.has(consonantSkeleton(word)))
        ? 'muslim'
        : INDIC.has(word) || INDIC_ENDING.test(word)
          ? 'indic'
          : SLAVIC_GIVEN.has(word) || (word.length > 4 && SLAVIC_ENDING.test(word))
            ? 'slavic'
            : undefined,
    isSure,
    isEnglish,
    isWestern: isEnglish || WESTERN_GIVEN.has(word),
    hasWesternEnding: word.length > 4 && WESTERN_ENDING.test(word),
    hasMuslimLetters: MUSLIM_LETTERS.test(word),
  };
}

/** The culture of a name, by its words. */
export function guessCulture({ words, hasHomeLetters }: ParsedName, hints: readonly CultureHint[]): Culture {
  if (hasHomeLetters) return 'latin';
  let [muslim, indic, slavic, surely] = [0, 0, 0, 0];
  for (const { by, isSure } of hints) {
    if (by === 'muslim') muslim++;
    else if (by === 'indic') indic++;
    else if (by === 'slavic') slavic++;
    if (isSure) surely++;
  }
  const [first, last] = [hints[0], hints.at(-1)];
  const isWestern = first?.isWestern || (last?.isWestern && !last.isEnglish);
  if (isWestern && surely === 0 && slavic === 0) return 'latin';
  if (slavic > 0 && slavic >= muslim && slavic >= indic)
    return first?.isEnglish && slavic === 1 ? 'latin' : 'slavic';
  if (indic > 0 && indic >= muslim) return 'indic';
  if (muslim === 0 && words.length === 2 && words.every(isJapanese)) return 'japanese';
  if (muslim > 0 || hints.some((it) => it.hasMuslimLetters) || words.some((it) => ARTICLES.has(it)))
    return 'muslim';
  return hints.some((it) => it.hasWesternEnding) ? 'latin' : 'free';
}

const ARTICLES = new Set(['al', 'el', 'bin', 'ibn']);

/** Names that run through the Muslim world, in one spelling each; the others share its consonants. */
const MUSLIM_GIVEN = `muhammad ahmad mahmud hamid hamad hasan husayn ali umar uthman abubakr ibrahim ismail ishaq yaqub yusuf
  musa isa sulayman dawud khalid walid rashid said sad salim salih salman mustafa murtaza jafar jamal kamal karim rahim
  rahman nasir nasser mansur mahdi hadi habib hafiz hashim haydar hamza abbas akbar asghar anwar akhtar arif asif ashraf
  aziz bashir bilal faysal fahd farid faruq fatima fazl firuz ghulam haqqani idris ikram imran iqbal javed junayd
  latif majid malik masud mubarak mukhtar munir murad muslim nadim naim najib nawaz nazir omar qadir qasim qasem
  rafiq ramadan riaz rustam sabir saddam sadiq safdar shafiq shahid shakir sharif sohail tahir tariq tawfiq usama wahid
  yahya yasin yunus zafar zahid zayd zakir ziad zubair zulfiqar aisha khadija zaynab nur gul khan shah begum reza
  hoseini ahmadi mohammadi rahmani ayman imad samir rami bassam ghassan hisham jihad khaled marwan nabil
  tamim wael yasir issa haitham fadi fawzi hani mazen omran taha taleb`;

const muslimSkeletons = new Set(
  MUSLIM_GIVEN.split(/\s+/)
    .filter((it) => consonantSkeleton(it).length >= 3)
    .map(consonantSkeleton),
);
const muslimNames = new Set(MUSLIM_GIVEN.split(/\s+/));

function isSurelyMuslim(word: string): boolean {
  return (
    muslimNames.has(word) ||
    /^abd.{3}|u(?:ddin|din|la|llah)$|(?:zai|zada|zadeh|pour|nejad|nezhad|abadi)$/.test(word)
  );
}

/** Letters that stand for sounds of Arabic and Persian, and endings of its family names. */
const MUSLIM_LETTERS = /q(?!u)|[kgd]h|aa|.{3}(?:awi|ouri)$/;

const INDIC = new Set(
  `singh kumar kumari devi patel sharma gupta yadav reddy rao nair menon pillai iyer das prasad lal ram chandra chand
  narayan mishra pandey tiwari verma joshi desai shinde patil pawar jha thakur choudhary banerjee mukherjee chatterjee
  ghosh bose sen dutta roy barman gowda naidu raju babu swamy murthy krishna lakshmi raj rajendra rajesh suresh ramesh
  mahesh ganesh dinesh naresh mukesh rakesh anil sunil vijay ajay sanjay ashok arun mohan sohan manoj vinod pramod deo
  gandhi modi kaur bhai ben perera silva fernando de bandara rajapaksa wickremesinghe`.split(/\s+/),
);
const INDIC_ENDING =
  /(?:endra|eshwar|eshwari|ananda?|krishnan?|kumar|prasad|bhai|swamy|nathan|lingam|singhe|ratne|sekara|appa)$/;

const SLAVIC_ENDING =
  /(?:[oe]v|[oe]va|[iy]na|[dnlrvkmstzh]in|enk[oa]|[sc]k[iy]{1,2}|skaya|skyi|ska|chuk|[oeai]vich|ov?ych|evych|[ae]uski|[oae]u|uk|yuk|yak|ovna|evna|auna|ivna)$/;

/** Given names of Russian, Ukrainian and Belarusian that no ending tells. */
const SLAVIC_GIVEN = new Set(
  `sergei sergey sergiy serhiy serhii siarhei oleksandr aleksandr aliaksandr alexei aleksei aleksey oleksiy oleksii
  andrei andrey andriy andrii dmitry dmitri dmitriy dmytro dzmitry vladimir volodymyr uladzimir mikhail mykhailo
  mykola nikolai nikolay mikalai yuri yuriy yury yurii viktor viktar vasily vasyl vasiliy ihor igor ihar oleg oleh
  aleh ivan pavel pavlo petro pyotr vyacheslav viacheslav vladislav vladyslav yevgeny evgeny yevhen yauhen anatoly
  anatoliy valery valeriy valerii vitaly vitaliy gennady hennadiy leonid maxim maksim maksym roman ruslan bohdan
  bogdan taras konstantin kostiantyn kanstantsin grigory hryhoriy boris borys denis denys kirill kyrylo yulia
  tatiana tetiana svetlana svitlana olga olha volha natalia nataliia elena olena irina iryna lyudmila liudmyla`.split(
    /\s+/,
  ),
);

/** Given names of other languages that are written in Latin letters at home. */
const WESTERN_GIVEN = new Set(
  `hans franz fritz josef karl heinz wolfgang jurgen klaus dieter helmut gunter horst manfred reinhard gerhard werner
  rainer uwe bernd stefan michaela angela ursula ingrid wilhelm hermann otto ernst kurt walther friedrich georg jean
  pierre jacques francois philippe alain bernard claude gerard michel andre yves marie jean christophe laurent olivier
  thierry nicolas eric luc guy rene marc louis henri julien giuseppe giovanni antonio mario luigi francesco paolo
  marco andrea alessandro roberto stefano massimo enrico sergio carlo franco bruno piero matteo lorenzo maurizio
  fabio simone davide juan jose carlos luis jorge manuel miguel pedro francisco fernando rafael ramon alberto
  alejandro eduardo ricardo raul enrique javier angel pablo diego jesus julio cesar hector oscar hugo gustavo
  guillermo alfonso ignacio joao paulo joaquim lars erik nils jan per bjorn anders sven olav odd arne knut terje
  erling kare reidar jens henrik niels soren piet willem kees jaap hendrik joost maria teresa carmen ana lucia isabel
  elena laura paula claudia monica silvia piotr andrzej tomasz marek krzysztof jerzy wladyslaw stanislaw zbigniew jozef
  miroslav jaroslav petr jiri milan vaclav zdenek laszlo istvan janos peter gabor zoltan sandor ferenc attila tibor
  ion gheorghe mihai ioan mircea vasile adrian cristian mehmet ahmet konstantinos georgios
  ioannis dimitrios nikolaos panagiotis athanasios evangelos christos vasileios michail kemal metin
  muzaffer orhan recep tayyip bulent`.split(/\s+/),
);
const WESTERN_ENDING =
  /(?:son|sen|berg|mann|stein|burg|ville|eau|elli|etti|opoulos|akis|idis|oglu|escu|ova|[vjnt]ic)$/;

/** Whether a folded word is a given name of a language written in Latin letters. */
export function isWesternGivenName(word: string): boolean {
  return isEnglishGivenName(word) || WESTERN_GIVEN.has(word);
}

const JAPANESE =
  /^(?:(?:[kgsztdnhbpmr]y?|[wfjy]|sh|ch|ts)?[aeiou]{1,2}h?|n(?=[^aeiou]|$)|(?<=[aeiou])(?=[kstp])[kstp](?=[kstpc]))+$/;

/** Longer words are none, and would be tried in too many ways. */
const LONGEST_JAPANESE = 16;

function isJapanese(word: string): boolean {
  return word.length >= 3 && word.length <= LONGEST_JAPANESE && JAPANESE.test(word);
}
