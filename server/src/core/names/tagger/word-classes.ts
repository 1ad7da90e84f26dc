/**
 * Closed classes of words that tell a name by what stands beside it: honorifics, roles, verbs of saying, and so on.
 * Lower case, without stops. Open lists (names, places, titles) are in the model file.
 */

/** Bits of a word's classes and of its orthography; together they fit one small integer. */
export const Word = {
  /** Begins with a capital ("Lee", "al-Assad", "d'Estaing"). */
  capital: 1 << 0,
  /** More than one letter, all of them capitals. */
  allCapitals: 1 << 1,
  lower: 1 << 2,
  letters: 1 << 3,
  /** A capital inside a word that begins otherwise, or capitals with digits: "iPhone", "G20". */
  mixed: 1 << 4,
  initial: 1 << 5,
  /** May stand between the parts of one name. */
  connector: 1 << 6,
  honorific: 1 << 7,
  role: 1 << 8,
  saying: 1 << 9,
  locative: 1 << 10,
  /** Month and weekday names. */
  calendar: 1 << 11,
  /** Ends or marks the name of an organization. */
  organization: 1 << 12,
  digits: 1 << 13,
  /** Names a kind of place: "river", "county". */
  placeNoun: 1 << 14,
  /** Reads as romanized syllables of Chinese or Korean. */
  syllables: 1 << 15,
  /** The words behind it are a person's name, and stand for none: "Hurricane", "USS". */
  christened: 1 << 16,
  /** Is no part of a name that it stands before where it opens a sentence: "In London", "But Smith". */
  small: 1 << 17,
  /** What persons do, or is done to them: "Berri conceded", "beat Premadasa". */
  acting: 1 << 18,
  /** Kinds of bodies: "Wirecard, a payments company". */
  body: 1 << 19,
} as const;

const CLASSES: readonly (readonly [bit: number, words: string])[] = [
  [
    Word.honorific,
    'mr mrs ms miss mx dr prof professor sir dame lord lady baroness rev fr gen general col colonel maj major capt ' +
      'captain lt sgt sen senator rep representative gov governor pres president minister premier chancellor king ' +
      'queen prince princess pope judge justice secretary ambassador chairman chairwoman mayor sheikh sheik imam ' +
      'ayatollah datuk dato seri',
  ],
  [
    Word.role,
    'spokesman spokeswoman spokesperson coach captain striker defender midfielder goalkeeper director analyst ' +
      'economist lawyer attorney actor actress singer author writer journalist reporter leader chief head chairman ' +
      'founder ceo executive officer minister president secretary senator lawmaker candidate manager player skipper ' +
      'activist professor researcher scientist son daughter wife husband father mother brother sister named called ' +
      'by resident residents colleague successor predecessor novelist poet doctor midfield winger batsman bowler ' +
      'driver rider champion veteran',
  ],
  [
    Word.saying,
    'said says told added saying tells asked wrote tweeted warned explained noted insisted argued admitted claimed ' +
      'denied declared stated recalled replied announced scored won resigned testified married died was is has had',
  ],
  [Word.christened, 'hurricane hurricanes cyclone cyclones typhoon typhoons storm storms uss hms hmas hmcs'],
  [
    Word.small,
    'the a an this that these those his her its their our your some many most all both each every another other no ' +
      'in on at by for from with without to of as into onto upon under over within outside inside near across around ' +
      'through throughout during despite among amongst amid against between behind beyond besides unlike like than via ' +
      'per about above below along toward towards and or nor but so yet if when whenever while where whereas although ' +
      'though because since until unless once after before whether not it she they we i there here what who whom whose ' +
      'which why how then also however meanwhile still even only just now later earlier currently recently yesterday ' +
      'today tomorrow tonight formerly previously eventually finally instead perhaps maybe according following',
  ],
  [
    Word.acting,
    'accused acknowledged addressed advised agreed apologised apologized appealed appeared applauded appointed arrested ' +
      'arrived asked assured attacked attended backed banned beat became began believed blamed boasted bowed breached ' +
      'called came campaigned cautioned challenged charged chased chose cited clinched coached commented complained ' +
      'conceded concluded condemned confessed confirmed congratulated convinced convicted countered cried criticised ' +
      'criticized dated decided declined defeated defended defied demanded dismissed dropped elbowed embraced emerged ' +
      'endorsed enjoyed escaped exclaimed expects expelled explains faced failed feared feels fell felt fined finished ' +
      'fired fled fought found gave got graduated grabbed greeted hailed headed helped hinted hit hopes hugged ' +
      'impressed indicted informed instructed interviewed invited jailed joined joked jumped kept kicked killed kissed ' +
      'knew knows laughed lambasted lashed lauded led left likes lives lost loved loves made married meets met mocked ' +
      'moved named nodded nominated objected observed offered ordered ousted outlined overtook persuaded phoned played ' +
      'pleaded pledged pointed praised predicted prefers promised proposed protested punched quipped quit ran reached ' +
      'reacted reassured rebuked recalls received refused reiterated rejected remarked reminded repeated replaced ' +
      'reported retired retorted returned rode rose rushed sang sat saw scolded secured seized sentenced served shook ' +
      'shot shouted shrugged sighed skipped slammed smiled spoke speaks stabbed starred started stepped stood stressed ' +
      'struck studied succeeded sued suggested summoned supported survived suspected swore testifies thanked thinks ' +
      'thought threatened threw toured tried turned underlined urged visited voiced voted vowed wants wanted watched ' +
      'welcomed went wept whispered wished won wondered worked worried writes wrote yelled',
  ],
  [
    Word.body,
    'company firm group carmaker automaker airline bank lender insurer retailer broadcaster newspaper daily magazine ' +
      'website station network publisher club side team party militia faction union agency watchdog charity regulator ' +
      'brand maker manufacturer supplier operator producer developer startup start-up chain supermarket brewer brewery ' +
      'miner utility refiner shipper giant conglomerate subsidiary unit brokerage fund university college school ' +
      'hospital institute ministry department band label studio franchise squad organisation organization movement ' +
      'coalition alliance council committee corporation outlet platform site app store shop restaurant hotel duo trio quartet',
  ],
  [Word.locative, 'in near from across outside inside around throughout at to'],
  [
    Word.connector,
    "of the and for de la le du da di del dela della delos los las van von der den bin ben al el ibn abu al- dos das e y ul ur in on to & ' " +
      "- ’ . 's ’s",
  ],
  [
    Word.calendar,
    'january february march april may june july august september october november december monday tuesday wednesday ' +
      'thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun',
  ],
  [
    Word.organization,
    'inc corp ltd plc co llc group company corporation bank university college institute ministry department party ' +
      'council committee association union agency authority court office club united city fc police force army navy ' +
      'parliament senate house congress commission federation foundation society organization organisation center ' +
      'centre school hospital airlines airways industries holdings motors electric dynamics energy oil times post news press journal ' +
      'herald telegraph guardian tv radio media network systems technologies international front movement league ' +
      'board service bureau fund trust partners capital insurance securities church alliance coalition brigade ' +
      'assembly team museum library railway railways railroad trains lottery orchestra symphony philharmonic ballet ' +
      'opera theatre theater studios records entertainment productions pictures broadcasting publishing publishers ' +
      'publications clinic laboratory laboratories academy gallery store stores shop restaurant restaurants ' +
      'pharmaceuticals pharma software solutions consulting telecom communications electronics automotive foods ' +
      'financial finance investments associates enterprises ventures logistics airline aviation aerospace steel ' +
      'chemicals mining minerals resources petroleum gas tribune gazette chronicle examiner observer mirror daily ' +
      'weekly review magazine channel caucus confederation tribunal directorate secretariat embassy consulate ' +
      'regiment battalion squadron division corps fleet command guard guards militia cartel rovers wanderers rangers ' +
      'athletic hotspur afc cf sc hc rfc campaign initiative project programme program studio band',
  ],
  [
    Word.placeNoun,
    'river lake mount mountain mountains island islands sea ocean bay gulf strait peninsula valley desert province ' +
      'county district region state states street road avenue square park city town village airport port beach ' +
      'north south east west northern southern eastern western central republic kingdom territory coast dock docks ' +
      'harbour harbor bridge tower stadium arena hall creek pond hill hills heights canyon forest woods falls springs ' +
      'cape cove reef glacier plateau plains basin delta canal dam parish borough municipality prefecture oblast ' +
      'governorate canton commune station prison jail castle palace fort cemetery boulevard lane highway motorway ' +
      'freeway route memorial monument mosque cathedral gym plaza mall market quarter suburb ward area zone camp base',
  ],
];

const classOf: ReadonlyMap<string, number> = collect();

/** The classes of a folded word; 0 for most words. */
export function classesOf(folded: string): number {
  return classOf.get(folded) ?? 0;
}

function collect(): ReadonlyMap<string, number> {
  const classes = new Map<string, number>();
  for (const [bit, words] of CLASSES) {
    for (const word of words.split(' ')) classes.set(word, (classes.get(word) ?? 0) | bit);
  }
  return classes;
}
