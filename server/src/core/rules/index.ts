/** Every rule, in the order in which the documentation lists them. */

import type { Rule } from '../rule.ts';
import { dateConflictsWithSources } from './date-conflicts-with-sources.ts';
import { dateDurationMismatch } from './date-duration-mismatch.ts';
import { dateImpossible } from './date-impossible.ts';
import { dateStaleRelative } from './date-stale-relative.ts';
import { dateWeekdayMismatch } from './date-weekday-mismatch.ts';
import { nameAmbiguousReference } from './name-ambiguous-reference.ts';
import { nameConflictsWithSources } from './name-conflicts-with-sources.ts';
import { nameHonorificMixed } from './name-honorific-mixed.ts';
import { nameInconsistentInDraft } from './name-inconsistent-in-draft.ts';
import { nameMixedScript } from './name-mixed-script.ts';
import { nameNoFirstReference } from './name-no-first-reference.ts';
import { nameNotHouseForm } from './name-not-house-form.ts';
import { numberConflictsWithSources } from './number-conflicts-with-sources.ts';
import { quoteAltered } from './quote-altered.ts';
import { quoteMixedMarks } from './quote-mixed-marks.ts';
import { quoteNotInSources } from './quote-not-in-sources.ts';
import { quoteSpeakerConflict } from './quote-speaker-conflict.ts';
import { quoteTrimmed } from './quote-trimmed.ts';
import { quoteUnattributed } from './quote-unattributed.ts';
import { quoteUnbalanced } from './quote-unbalanced.ts';
import { quoteUnmarked } from './quote-unmarked.ts';
import { structureBoilerplate } from './structure-boilerplate.ts';
import { structureDuplicateLede } from './structure-duplicate-lede.ts';
import { termConflictsWithSources } from './term-conflicts-with-sources.ts';
import { titleConflictsWithSources } from './title-conflicts-with-sources.ts';

export const rules: readonly Rule[] = [
  nameConflictsWithSources,
  nameNotHouseForm,
  nameInconsistentInDraft,
  nameNoFirstReference,
  nameAmbiguousReference,
  nameHonorificMixed,
  nameMixedScript,
  titleConflictsWithSources,
  termConflictsWithSources,
  dateWeekdayMismatch,
  dateImpossible,
  dateConflictsWithSources,
  dateDurationMismatch,
  dateStaleRelative,
  numberConflictsWithSources,
  quoteAltered,
  quoteTrimmed,
  quoteSpeakerConflict,
  quoteUnbalanced,
  quoteUnattributed,
  quoteUnmarked,
  quoteNotInSources,
  quoteMixedMarks,
  structureBoilerplate,
  structureDuplicateLede,
];
