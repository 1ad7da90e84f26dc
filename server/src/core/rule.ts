/** What a rule is, and how the rules are run. */

import type { Comparison } from './comparison.ts';
import type { CalendarDate, Edit, Finding, Fix, Passage, Severity, Span } from './model.ts';

type RuleGroup = 'name' | 'title' | 'number' | 'term' | 'date' | 'quote' | 'structure';

/** A rule sees one draft as compared with the corpus, and nothing else. It keeps no state. */
export interface Rule {
  /** `group/problem`, naming the problem and not the cure. Never renamed once released. */
  readonly id: `${RuleGroup}/${string}`;
  /** One line, for lists and settings. */
  readonly summary: string;
  /** Why an editor should care, and what the rule leaves alone. Markdown: the rule's page and the hover show it. */
  readonly why: string;
  /** `off` for rules that a desk asks for. */
  readonly severity: Severity | 'off';
  /** Every finding cites a passage. */
  readonly citesCorpus?: true;
  /** Its fixes may edit inside quotation marks: the spelling of a name, a missing mark. */
  readonly editsQuotes?: true;
  check(comparison: Comparison): Iterable<Problem>;
  /** Shown on the rule's page and run as its tests: at least one that is reported and one that is not. */
  readonly examples: readonly Example[];
}

/** A finding as a rule reports it. */
export interface Problem {
  readonly span: Span;
  /** States the difference and the evidence; never says "wrong". */
  readonly message: string;
  readonly evidence?: readonly Passage[];
  readonly fixes?: readonly Fix[];
  /** Where this one is quieter than its rule. */
  readonly severity?: Severity;
}

interface Given {
  /** Texts of articles; the first is called `a1.txt`. */
  readonly sources?: readonly string[];
  readonly writtenFor?: CalendarDate;
}

interface Good extends Given {
  readonly good: string;
}

interface Bad extends Given {
  /** `[[…]]` marks what is reported. */
  readonly bad: string;
  /** The message of the first finding. */
  readonly message: string;
  /** The draft after each fix of the first finding, in order. */
  readonly fixed?: readonly string[];
}

export type Example = Good | Bad;

/** Severities that differ from the rules' own, by rule id. */
export type Severities = { readonly [rule: string]: Severity | 'off' };

export interface Checked {
  /** In the order of the draft. */
  readonly findings: readonly Finding[];
  /** A rule that throws loses its own findings and nobody else's. */
  readonly crashes: readonly { readonly rule: string; readonly error: unknown }[];
}

export function runRules(
  comparison: Comparison,
  rules: readonly Rule[],
  severities: Severities = {},
): Checked {
  const findings: Finding[] = [];
  const crashes: { rule: string; error: unknown }[] = [];
  for (const rule of rules) {
    const usual = severities[rule.id] ?? rule.severity;
    if (usual === 'off') continue;
    try {
      for (const problem of [...rule.check(comparison)]) {
        findings.push({
          rule: rule.id,
          // A severity that the desk chose holds for the whole rule; else a finding may be quieter than its rule.
          severity: usual === rule.severity ? (problem.severity ?? usual) : usual,
          span: problem.span,
          message: problem.message,
          evidence: problem.evidence ?? [],
          fixes: fixesOf(rule, problem, comparison),
        });
      }
    } catch (error) {
      crashes.push({ rule: rule.id, error });
    }
  }
  findings.sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1),
  );
  return { findings, crashes };
}

/** We do not put words into mouths: what a rule would edit inside quotation marks, it has to have said that it does. */
function fixesOf({ editsQuotes }: Rule, { fixes = [] }: Problem, { draft }: Comparison): readonly Fix[] {
  if (editsQuotes) return fixes;
  const isQuoted = ({ span }: Edit) =>
    draft.quotes.some(({ words }) => words.start <= span.start && span.end <= words.end);
  return fixes.filter((it) => !it.edits.some(isQuoted));
}
