import { passageOf } from '../corpus/article.ts';
import { type Claims, claimsOf, type FigureClaim, type Likeness } from '../corpus/claims.ts';
import { agree, isSameUnit } from '../corpus/figures.ts';
import type { Sources } from '../corpus/sources.ts';
import { count, sourcesHave } from '../english.ts';
import type { Draft } from '../reading.ts';
import { recall } from '../recall.ts';
import type { Rule } from '../rule.ts';

export const numberConflictsWithSources: Rule = {
  id: 'number/conflicts-with-sources',
  summary: 'The sources give another figure for what seems to be the same counted thing.',
  why: [
    'A figure is matched by what it counts and by the words of its sentence; two sources, or one whose sentence is much',
    'the same, must agree on another figure, and none may have the figure of the draft.',
    'Rounded figures agree with exact ones, and figures in quotations are left alone. A toll that has risen since differs',
    'rightly: the message gives the evidence, the editor decides.',
  ].join('\n'),
  severity: 'information',
  citesCorpus: true,

  dependsOn: ({ draft, claims }) => [claims(), ...figuresOf(draft)],
  *check(comparison) {
    const { draft, searched, sources } = comparison;
    const figures = figuresOf(draft);
    if (figures.length === 0 || searched === 0) return;
    const claims = comparison.claims();
    const likenesses = figures.map((claim) => compared(claim, [claims], () => compare(claim, claims)));
    const matched = alikenessOfMatches(likenesses);
    const open = likenesses.filter(({ agreeing }) => agreeing.length === 0);
    for (const { claim, near } of open) {
      const rival = rivalOf(claim, near, matched, sources);
      if (!rival || open.some((it) => it.claim !== claim && isAsNear(it, rival[0]))) continue;
      const { text } = draft;
      const shown = textOf(rival[0]);
      const have = sourcesHave(sources.among(rival.map((it) => it.article.head)));
      yield {
        span: claim.span,
        message: messageOf(text.slice(claim.span.start, claim.span.end), shown, have, searched),
        evidence: rival.map((it) => passageOf(it.article, it.claim.span)),
        fixes: [
          {
            title: `Change to ${shown}, as ${have} it`,
            edits: [{ span: claim.span, newText: shown }],
          },
        ],
      };
    }
  },

  examples: [
    {
      sources: [
        'The Treasury seized the phone records of more than 20 separate telephone lines assigned to reporters in April.',
        'Records of more than 20 telephone lines assigned to reporters were seized by the Treasury.',
      ],
      bad: 'The Treasury seized the records of more than [[10]] separate telephone lines assigned to reporters.',
      message: '“10” differs from the sources: 2 sources have “20”. 2 articles searched.',
      fixed: [
        'The Treasury seized the records of more than 20 separate telephone lines assigned to reporters.',
      ],
    },
    {
      sources: [
        'Beijing sanctioned 20 U.S. defense contractors after the arms sale to Taiwan.',
        'The arms sale to Taiwan prompted Beijing to sanction 20 US companies.',
      ],
      good: 'Beijing sanctioned 20 American defense companies after the arms sale to Taiwan.',
    },
    {
      // Sentences so much alike tell of one thing, however far the figures lie apart.
      sources: [
        'The Agency for International Development said it had sent 70 rescuers and 45 tons of cargo.',
      ],
      bad: 'The Agency for International Development said it had sent [[17]] rescuers and 45 tons of cargo.',
      message: '“17” differs from the sources: 1 source has “70”. 1 article searched.',
      fixed: ['The Agency for International Development said it had sent 70 rescuers and 45 tons of cargo.'],
    },
    {
      sources: ['Voters turned out in force. Turnout was 84.6 percent.'],
      bad: 'Turnout was [[86.4 percent]].',
      message: '“86.4 percent” differs from the sources: 1 source has “84.6 percent”. 1 article searched.',
      fixed: ['Turnout was 84.6 percent.'],
    },
    {
      sources: ['The storm killed 618 people in Lebanon, officials said.'],
      good: 'The storm killed more than 600 people in Lebanon, officials said.',
    },
  ],
};

/** Less alike sentences are about something else. */
const ALIKE = 0.12;
/** Alike enough to be the same thing: the sum over two or more sources, and one source by itself. */
const TOGETHER = 0.3;
const ALONE = 0.4;
/** A draft's figure that agrees with a source's nearly as well is what that source's stands for. */
const MATCHED = 0.8;
/** A source's figure that is as near to two figures of the draft stands for neither. */
const AS_NEAR = 0.95;
/** By how much the sources' figure must lead over any third one. */
const LEAD = 1.15;
/** Figures that lie farther apart count different things more often than they conflict. */
const FACTOR = 2.5;
/** Except where the sentences are much alike: 17 for 70. */
const MUCH_ALIKE = 0.65;
const FACTOR_MUCH_ALIKE = 12;

function figuresOf(draft: Draft): FigureClaim[] {
  return claimsOf(draft).filter((it) => it.of === 'figure');
}

type Near = Likeness<FigureClaim>;
type Rival = readonly [Near, ...Near[]];

interface Compared {
  readonly claim: FigureClaim;
  readonly near: readonly Near[];
  /** Those that give the same figure. */
  readonly agreeing: readonly Near[];
}

/** From one keystroke to the next, most figures of a draft and all of its sources are the same. */
const compared = recall<FigureClaim, Compared>();

function compare(claim: FigureClaim, claims: Claims): Compared {
  const near = claims.near(claim).filter((it) => it.alike >= ALIKE && isSameUnit(claim, it.claim));
  return { claim, near, agreeing: near.filter((it) => agree(claim, it.claim)) };
}

/** Another figure of the draft that the source's may stand for as well: then nobody knows which is meant. */
function isAsNear({ near }: Compared, { claim, alike }: Near): boolean {
  return near.some((it) => it.claim === claim && it.alike >= alike * AS_NEAR);
}

/** How alike each source's figure is to the draft's own mention of that figure. */
function alikenessOfMatches(likenesses: readonly Compared[]): ReadonlyMap<FigureClaim, number> {
  const matched = new Map<FigureClaim, number>();
  for (const { agreeing } of likenesses) {
    for (const it of agreeing) matched.set(it.claim, Math.max(it.alike, matched.get(it.claim) ?? 0));
  }
  return matched;
}

/** The figure that the sources have instead, one claim from each source. */
function rivalOf(
  claim: FigureClaim,
  near: readonly Near[],
  matched: ReadonlyMap<FigureClaim, number>,
  sources: Sources,
): Rival | undefined {
  const others = near.filter((it) => (matched.get(it.claim) ?? 0) < it.alike * MATCHED);
  const groups: Near[][] = [];
  for (const it of others) {
    const group = groups.find(([first]) => first && agree(first.claim, it.claim));
    if (!group) groups.push([it]);
    else if (!group.some((other) => other.article === it.article)) group.push(it);
  }
  const sourceOf = (it: Near) => sources.of(it.article.head);
  // Of articles that print one text, the one whose sentence is the most alike speaks for all.
  const speaking = (group: readonly Near[]) =>
    group.filter((it, i) => group.findIndex((other) => sourceOf(other) === sourceOf(it)) === i);
  const sum = (group: readonly Near[]) => speaking(group).reduce((total, it) => total + it.alike, 0);
  const [top, second] = groups.sort((a, b) => sum(b) - sum(a));
  const [best, ...rest] = top ?? [];
  if (!top || !best) return undefined;
  if (sum(top) < (speaking(top).length > 1 ? TOGETHER : ALONE)) return undefined;
  if (second && sum(second) * LEAD >= sum(top)) return undefined;
  const ratio = claim.value / best.claim.value;
  const most = best.alike >= MUCH_ALIKE ? FACTOR_MUCH_ALIKE : FACTOR;
  return ratio < most && ratio > 1 / most ? [best, ...rest] : undefined;
}

function textOf({ article, claim }: Near): string {
  return passageOf(article, claim.span).text;
}

function messageOf(text: string, shown: string, have: string, searched: number): string {
  return `“${text}” differs from the sources: ${have} “${shown}”. ${count(searched, 'article')} searched.`;
}
