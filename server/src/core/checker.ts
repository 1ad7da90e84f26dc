/** Checks one draft: the whole way from a reading to its findings. */

import { type Circumstances, type Comparison, compareWithSources } from './comparison.ts';
import type { Corpus } from './corpus/corpus.ts';
import type { Draft } from './reading.ts';
import { type Checked, runRules, type Severities } from './rule.ts';
import { rules } from './rules/index.ts';

export interface Check extends Checked {
  readonly comparison: Comparison;
}

/** Pure and synchronous: equal arguments give equal findings. */
export function checkDraft(
  draft: Draft,
  corpus: Corpus,
  severities: Severities,
  circumstances?: Circumstances,
): Check {
  const comparison = compareWithSources(draft, corpus, circumstances);
  return { comparison, ...runRules(comparison, rules, severities) };
}
