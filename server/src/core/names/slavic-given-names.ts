/** Given names that Russian, Ukrainian and Belarusian share, as each romanises them: general knowledge. */

const SETS = `
  aleksandr alexander oleksandr olexandr aliaksandr alyaksandr alaksandr aleksander alexandr alexandru olexander;
  aleksandra alexandra oleksandra aliaksandra; aleksei alexei alexey aleksey oleksiy oleksii olexiy aliaksei
  aliaksey alyaksey alyaksei aleksej; alla ala; anastasia anastasiya anastasiia nastassia; anatoly anatoli anatoliy anatolii
  anatol anatolij; andrei andrey andriy andrii andrej; anton antin; arkady arkadi arkadiy; artem artyom artsiom artiom;
  bogdan bohdan; boris borys barys; daniil danylo danila danil; denis denys dzianis; dmitry dmitri dmitriy dmitrii dmytro
  dzmitry dimitri dmitrij; eduard edvard; egor yegor yahor ihor jegor; ekaterina yekaterina kateryna katsiaryna katerina;
  elena yelena olena alena; evgenia yevgenia yevheniya yauheniya; evgeny evgeni evgeniy evgenii yevgeny yevgeni yevgeniy
  yevhen yevhenii yauhen yauheni eugene eugen jewgeni; fyodor fedor fedir fiodar; galina halyna halina; gennady gennadi
  gennadiy hennadiy hennadii henadz; georgy georgi georgiy heorhiy heorhii heorhi; grigory grigori grigoriy hryhoriy hryhorii
  ryhor; igor ihor ihar; ilya illia iliya ilia; irina iryna; ivan iwan; kirill kyrylo kiryl; konstantin kostyantyn kostiantyn
  kanstantsin; ksenia kseniya kseniia oksana aksana; leonid leanid; lev leu; ludmila lyudmila liudmila liudmyla lyudmyla;
  makar makary; margarita marharyta; maria mariya mariia marya; marina maryna; matvei matviy matvii matsvei; maxim maksim
  maksym maxym; mikhail mykhailo mykhaylo mihail mikhas michail; natalia nataliya nataliia natallia natalya; nikita mykyta
  mikita; nikolai nikolay nikolaj mykola mikalai mikalay nicolai mikola; oleg oleh aleh; olga olha volha volga;
  pavel pavlo paval; petr peter pyotr petro piotr piatro; roman raman; semyon semen siamion; sergei sergey sergiy sergii sergej
  serhiy serhii serhij siarhei siarhey syarhey serguei; sofia sofiya sofiia; stanislav stanislau; stepan stsiapan;
  svetlana svitlana sviatlana; sviatoslav svyatoslav; tatiana tatyana tetiana tetyana tatsiana; timofei tymofiy tsimafei
  tymofei; valentin valentyn valiantsin; valentina valentyna; valery valeri valeriy valerii valeryi valeryy; vasily vasili
  vasiliy vasilii vasyl vasil; viktor victor viktar; viktoria viktoriya viktoriia victoria; vitaly vitali vitaliy vitalii
  vital; vladimir volodymyr volodimir uladzimir wladimir vladymyr; vladislav vladyslav uladzislau; vsevolod usevalad;
  vyacheslav viacheslav vyachaslau viachaslau; yakov yakiv yakau; yaroslav iaroslav yaraslau; yulia yuliya yuliia iuliia
  julia; yuri yuriy yurii yury iurii jurij; zinaida zinaida zinayida; zoya zoia`;

const canonical = new Map<string, string>();
for (const line of SETS.trim().split(/;\s*/)) {
  const names = line.trim().split(/\s+/);
  const [first = ''] = names;
  for (const name of names) if (!canonical.has(name)) canonical.set(name, first);
}

const PATRONYMIC = /(?:[oeaui]+v?|y[eo]v|[iy]y?[oe]v)(?:ich|ych|na|itch|ic)$/;

export interface SlavicName {
  /** Which given name it is a form of; for a patronymic, a name of its own for each father's. */
  readonly name: string | undefined;
  /** The middle name of Russians, which many texts leave out. */
  readonly isPatronymic: boolean;
}

/** Reads a folded word as a given name or a patronymic of Russian, Ukrainian or Belarusian. */
export function readSlavicName(word: string): SlavicName {
  if (!isPatronymic(word)) return { name: canonical.get(word), isPatronymic: false };
  const father = fathers.get(stemOf(word.replace(PATRONYMIC, '')));
  return { name: father && `${father}'s ${word.endsWith('a') ? 'daughter' : 'son'}`, isPatronymic: true };
}

const LONGEST = 30;

function isPatronymic(word: string): boolean {
  return (
    word.length > 6 && word.length < LONGEST && /(?:[oeai]v[iy]t?ch|[oei]vna|auna|ichna|ivna)$/.test(word)
  );
}

/** Nikolai's son is Nikolaevich, Mykola's Mykolayovych: the stem is what stands before the ending. */
function stemOf(name: string): string {
  return name.replace(/(?:iy|ii|ey|ei|ay|ai|y|i|o|a)$/, '');
}

const fathers = new Map<string, string>();
for (const [name, first] of canonical) {
  const stem = stemOf(name);
  if (!fathers.has(stem)) fathers.set(stem, first);
}
