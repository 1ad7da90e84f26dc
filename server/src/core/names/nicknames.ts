/** English given names and their usual short forms: general knowledge, one set a line. */

const SETS = `
  robert bob rob bobby robbie bert; william bill will billy willie liam; richard dick rick rich richie ricky
  james jim jimmy jamie; john jack johnny jon; joseph joe joey; thomas tom tommy; charles charlie chuck chas
  edward ed ted eddie teddy ned; michael mike mick mickey; daniel dan danny; david dave davey; anthony tony antony
  patrick pat paddy; elizabeth liz beth betty betsy lizzie eliza; margaret maggie peggy meg
  katherine kathy kate cathy catherine kathleen katie kathryn; christopher chris kit; christine chris christina tina
  stephen steve steven stevie; andrew andy drew; kenneth ken kenny; ronald ron ronnie; donald don donnie; gregory greg
  jeffrey jeff; geoffrey geoff; timothy tim timmy; benjamin ben benny; samuel sam sammy; alexander alex alec sandy
  nicholas nick nicolas; frederick fred freddie; lawrence larry laurence; leonard len lenny; gerald gerry jerry
  walter walt; henry harry hank; philip phil phillip; peter pete; matthew matt matty; jonathan jon; joshua josh
  susan sue susie; deborah debbie deb debra; barbara barb; jennifer jen jenny; patricia pat patty patsy tricia
  rebecca becky; theodore ted teddy; eugene gene; raymond ray; albert al bert; alfred alf fred; douglas doug
  stanley stan; zachary zach zack; nathaniel nate nathan; cynthia cindy; jacqueline jackie; victoria vicky vicki
  francis frank; franklin frank; harold hal harry; louis lou lewis; russell russ rusty; terence terry terrence; martin marty
  arthur art; bernard bernie; bradley brad; dennis denny; valerie val; mitchell mitch; randall randy; rodney rod
  maxwell max; suzanne sue; abraham abe; allan al alan; clifford cliff; dorothy dot dottie; edgar ed; edwin ed
  ernest ernie; gilbert gil; gordon gordy; herbert herb; jerome jerry; lucille lucy; melvin mel; norman norm; oliver ollie
  oscar ozzie; pamela pam; phyllis phyl; sandra sandy; sheldon shelly; sidney sid; vincent vince vinny; vernon vern
  wallace wally; wesley wes; calvin cal; clarence clay; curtis curt; darrell darryl; desmond des; elliot eli
  fernando nando; gabriel gabe; gwendolyn gwen; isaac ike; jacob jake; judith judy; kimberly kim; leslie les
  jefferson jeff; gregorio greg; nicholas nic; ashton ash; alexandre alex; alexei alex; josephine jo josie; emily em;
  edmund ed ned; eddie edward edwin edmund; cameron cam; cassandra cass cassie; charlotte lottie; eleanor ellie nell nellie;
  emmanuel manny; frances fran francine; gillian gill jill; gustavo gus; augustus gus; jeremiah jerry; jessica jess jessie;
  katharine kathy kate; madeleine maddie madeline; matilda tilda tilly; montgomery monty; natalie nat; nigel nige;
  olivia liv; penelope penny; philippa pippa; ricardo ricky rick; roberto beto bob; francisco paco pancho frank; jose pepe;
  rosalind roz ros; samantha sam; simon si; tabitha tabby; ulysses ulises; veronica ronnie; wendell wendy; willem wim;
  johannes hans johan; konstantin kostya; sebastian seb bastian; cornelius neil; agnes aggie; antonio tony toni;
  giuseppe beppe peppe; luigi gigi; rafael rafa rafi; enrique kike; ignacio nacho; guillermo memo; jesus chuy;
  lillian lily; lori lorraine; marjorie marge; mildred millie; morris morrie; nancy nan; roberta bobbie; roger rog
  roland rollie; rosemary rose; rudolph rudolf rudy; stuart stu; stewart stu; sylvester sly; tobias toby; virginia ginny; winston win; yvonne vonnie
  `;

const setsOf = new Map<string, Set<string>[]>();
for (const line of SETS.trim().split(/[;\n]\s*/)) {
  const names = new Set(line.trim().split(' '));
  for (const name of names) setsOf.set(name, [...(setsOf.get(name) ?? []), names]);
}

/** Whether a folded word is a usual English given name. */
export function isEnglishGivenName(word: string): boolean {
  return setsOf.has(word) || OTHERS.has(word);
}

/** Given names of English without a short form of their own. */
const OTHERS = new Set(
  `mark paul george brian kevin eric scott adam ryan keith carl roy bruce craig todd sean shawn chad glenn neil ian graham
  colin howard marcus ross grant clark dean earl floyd guy hugh ivan jason justin karl kyle lance lloyd lyle wayne
  mary linda susan donna carol ruth sharon michelle laura sarah karen lisa betty helen amy anna angela melissa brenda
  pamela nicole julie julia emma joan jean ann anne diane alice jane janet heather joyce kelly tracy dana erin tammy
  allison meredith lindsey leslie austin blake brandon brett bryan chase cody cole connor dylan derek evan gavin hunter
  ian jared jeremy jesse jordan kent logan lucas luke mason nolan owen perry quentin reid rex rick seth shane simon spencer
  travis trent trevor tyler wade warren
  alan alastair alasdair alistair angus barry basil benedict bennett blair boris brendan bridget byron callum carla
  carmel carrie cary caroline carolyn cecil cheryl clare claire clement clive conrad courtney crispin crystal cyril daisy
  damian damien daphne darren dawn dennis denise derek diana dominic duncan edith eileen elaine elise ellen elsie eliza
  erica esther ethel evelyn fiona flora florence fraser gail gareth gavin gemma gina gloria grace graeme gwyn hannah harriet
  hazel heidi hilary hillary hope ida imogen irene iris isabel ivy jacqui jan janice jean jeanne jenna jill jo joanna joanne
  jocelyn josephine joy juliet june karin kate katy kay kelvin kieran kirsten kirsty krystal lara leah leigh lena leo leon
  lindsay lionel lorna louisa louise lucinda lucy lydia lynn lynne malcolm mandy marian marion marjorie martha marvin maureen
  maurice mavis max megan michele miles milton miriam moira mona monica monty muriel murray myra naomi neal ned nell
  nelson neville nick nigel noel nora norma oliver olive otis pam patrice paula pauline percy philippa phoebe polly priscilla
  rachel ralph ramsay raquel reginald rhonda rita robin roderick rosa rose rosalind rosie rowan roxanne rupert sadie sally
  sebastian selma serena sheila sherry shirley silas sonia sophia sophie stacey stella stewart sue susannah sybil sylvia
  tanya teresa theresa tess thelma tony toby tracey trudy una ursula vanessa vera vernon victor vivian vivien wanda wendy
  wilfred wilma zara zoe`.split(/\s+/),
);

/** The sets that a folded given name stands in: each with its short forms, or the names that it is short for. */
export function nicknameSets(word: string): readonly ReadonlySet<string>[] {
  return setsOf.get(word) ?? NONE;
}

const NONE: readonly ReadonlySet<string>[] = [];
