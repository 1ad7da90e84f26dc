/** Checks one draft: the whole way from a reading to its findings. */

import { type Circumstances, type Comparison, compareWithSources } from './comparison.ts';
import type { Corpus } from './corpus/corpus.ts';
import { type Settled, settle } from './decisions.ts';
import { countCheck } from './eras.ts';
import type { Decision } from './model.ts';
import type { Draft } from './reading.ts';
import { type Checked, runRules, type Severities } from './rule.ts';
import { rules } from './rules/index.ts';
import { atOnce, type Steps } from './steps.ts';

/** Its findings are those that nobody has let stand. */
export interface Check extends Checked, Settled {
  readonly comparison: Comparison;
}

interface Desk extends Circumstances {
  readonly decisions?: readonly Decision[];
  /** The draft's path, as decisions say which draft they are for. */
  readonly path?: string | undefined;
}

/** Pure and synchronous: equal arguments give equal findings. `previous`, the check of the draft before it was edited, saves work. */
export function checkDraft(
  draft: Draft,
  corpus: Corpus,
  severities: Severities,
  desk: Desk = {},
  previous?: Check,
): Check {
  return atOnce(checkInSteps(draft, corpus, severities, desk, previous));
}

/** The same in steps. Who leaves off has used up `previous` all the same. */
export function* checkInSteps(
  draft: Draft,
  corpus: Corpus,
  severities: Severities,
  { decisions = [], path, ...circumstances }: Desk = {},
  previous?: Check,
): Steps<Check> {
  countCheck();
  const comparison = compareWithSources(draft, corpus, circumstances, previous?.comparison);
  const { findings, crashes, kept } = yield* runRules(comparison, rules, severities, previous);
  return { comparison, crashes, kept, ...settle(findings, draft, decisions, path) };
}
