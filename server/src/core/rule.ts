/** What a rule is, and how the rules are run. */

import type { Comparison } from './comparison.ts';
import { isoDate } from './dates/calendar.ts';
import type {
  CalendarDate,
  Edit,
  Entity,
  Finding,
  Fix,
  HouseForm,
  MarkStyle,
  Passage,
  QuoteMention,
  Severity,
  Span,
} from './model.ts';
import { type Draft, type ParagraphReading, placedSpan } from './reading.ts';
import { flat, isSame, type Recall, recall } from './recall.ts';
import { inTurn, type Steps } from './steps.ts';
import { lastBefore } from './text/spans.ts';

type RuleGroup = 'name' | 'title' | 'number' | 'term' | 'date' | 'quote' | 'structure';

/** A rule sees one draft as compared with the corpus, and nothing else. It keeps no state. */
export type Rule = RuleFacts &
  (
    | DraftRule
    | ({ readonly each: 'paragraph' } & PartRule<ParagraphReading>)
    | ({ readonly each: 'entity' } & PartRule<Entity>)
    | ({ readonly each: 'quote' } & PartRule<QuoteMention>)
  );

interface RuleFacts {
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
  /** Shown on the rule's page and run as its tests: at least one that is reported and one that is not. */
  readonly examples: readonly Example[];
}

/** A rule that looks at the whole draft: at every keystroke, unless it says what its problems follow from. */
interface DraftRule {
  readonly each?: undefined;
  /** What of the draft and of what the sources have for it they follow from, told apart by identity. */
  dependsOn?(comparison: Comparison): readonly unknown[];
  check(comparison: Comparison): Iterable<Problem>;
}

/** A rule whose problems follow from one part of the draft and from the sources: found anew where the part is another. */
interface PartRule<Part extends object> {
  /** What else of the draft they follow from, told apart by identity. */
  dependsOn?(part: Part, comparison: Comparison): readonly unknown[];
  /** What of the draft as a whole those of each part follow from. */
  dependsOnDraft?(comparison: Comparison): unknown;
  check(part: Part, comparison: Comparison): Iterable<Problem>;
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
  readonly houseForms?: readonly HouseForm[];
  /** How the desk prints marks. */
  readonly marks?: MarkStyle;
}

interface Good extends Given {
  readonly good: string;
}

interface Bad extends Given {
  /** `[[…]]` marks what is reported. */
  readonly bad: string;
  /** The message of the first finding. */
  readonly message: string;
  /** Of the first finding, where it is quieter than the rule. */
  readonly severity?: Severity;
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
  readonly crashes: readonly Crash[];
  /** What the next check of the edited draft can take over. */
  readonly kept: KeptFindings;
}

interface Crash {
  readonly rule: string;
  readonly error: unknown;
}

/** What the rules say of something. */
interface Outcome {
  readonly findings: readonly Finding[];
  readonly crashes: readonly Crash[];
}

interface KeptFindings {
  /** What they depend on as a whole. */
  readonly from: readonly unknown[];
  readonly paragraphs: Recall<ParagraphReading, Outcome>;
  readonly entities: Recall<Entity, Outcome>;
  readonly quotes: Recall<QuoteMention, Outcome>;
  readonly drafts: Recall<DraftRule, Outcome>;
}

interface Active<R> {
  readonly rule: R;
  /** As the desk has it, or the rule itself. */
  readonly severity: Severity;
}

/** Runs the rules, on a new part of the draft a step; what an earlier check of it found in parts that are the same is taken over. */
export function* runRules(
  comparison: Comparison,
  rules: readonly Rule[],
  severities: Severities = {},
  previous?: Checked,
): Steps<Checked> {
  const { draft, kept: sources } = comparison;
  const active = rules.flatMap((rule) => {
    const severity = severities[rule.id] ?? rule.severity;
    return severity === 'off' ? [] : [{ rule, severity }];
  });
  const from = [sources, ...active.flatMap(({ rule, severity }) => [rule, severity])];
  const kept = previous && isSame(previous.kept.from, from) ? previous.kept : nothingKept(from);
  const ofDrafts = active.flatMap(({ rule, ...it }) => (rule.each === undefined ? [{ rule, ...it }] : []));
  const ofParagraphs = active.flatMap(({ rule, ...it }) =>
    rule.each === 'paragraph' ? [{ rule, ...it }] : [],
  );
  const ofEntities = active.flatMap(({ rule, ...it }) => (rule.each === 'entity' ? [{ rule, ...it }] : []));
  const ofQuotes = active.flatMap(({ rule, ...it }) => (rule.each === 'quote' ? [{ rule, ...it }] : []));
  const outcomes = [
    ...(yield* runOnEach(draft.read, ofParagraphs, comparison, kept.paragraphs)),
    ...(yield* runOnEach(draft.entities, ofEntities, comparison, kept.entities)),
    ...(yield* runOnEach(draft.quotes, ofQuotes, comparison, kept.quotes)),
    ...(yield* inTurn(ofDrafts, (it) => runOnDraft(it, comparison, kept.drafts))),
  ];
  const editsQuotes = new Set(rules.flatMap((it) => (it.editsQuotes ? [it.id as string] : [])));
  const findings = flat(outcomes.map((it) => it.findings)).map((it) =>
    editsQuotes.has(it.rule) ? it : withoutEditsOfQuotes(it, draft),
  );
  findings.sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1),
  );
  return { findings, crashes: flat(outcomes.map((it) => it.crashes)), kept };
}

function nothingKept(from: readonly unknown[]): KeptFindings {
  return { from, paragraphs: recall(), entities: recall(), quotes: recall(), drafts: recall() };
}

function runOnDraft(
  active: Active<RuleFacts & DraftRule>,
  comparison: Comparison,
  kept: Recall<DraftRule, Outcome>,
): Outcome {
  const { rule } = active;
  const run = () => outcomeOf([active], () => rule.check(comparison));
  if (!rule.dependsOn) return run();
  const { draft } = comparison;
  return kept(rule, [dayOf(draft), ...rule.dependsOn(comparison)], () => {
    const { findings, crashes } = run();
    return { findings: placedFindings(findings, draft), crashes };
  });
}

/** Messages name the day that a draft is written for. */
function dayOf({ writtenFor }: Draft): string | undefined {
  return writtenFor && isoDate(writtenFor.date);
}

/** The outcomes that are worth mentioning of the rules that look at one kind of part. */
function* runOnEach<Part extends object>(
  parts: readonly Part[],
  rules: readonly Active<RuleFacts & PartRule<Part>>[],
  comparison: Comparison,
  kept: Recall<Part, Outcome>,
): Steps<Outcome[]> {
  const { draft } = comparison;
  const depending = rules.flatMap(({ rule }) => rule.dependsOn ?? []);
  const onDraft = rules.flatMap(({ rule }) => rule.dependsOnDraft ?? []);
  const whole = [dayOf(draft), ...(yield* inTurn(onDraft, (dependsOn) => dependsOn(comparison)))];
  let isNew = false;
  const make = (part: Part): Outcome => {
    isNew = true;
    const { findings, crashes } = outcomeOf(rules, (rule) => rule.check(part, comparison));
    if (findings.length === 0 && crashes.length === 0) return SILENCE;
    return { findings: placedFindings(findings, draft), crashes };
  };
  const outcomes: Outcome[] = [];
  for (const part of parts) {
    let from: readonly unknown[] = whole;
    for (const dependsOn of depending) {
      const more = dependsOn(part, comparison);
      if (more.length > 0) from = [...from, ...more];
    }
    const outcome = kept(part, from, make);
    if (outcome !== SILENCE) outcomes.push(outcome);
    if (isNew) yield;
    isNew = false;
  }
  return outcomes;
}

/** What most parts of a draft give. */
const SILENCE: Outcome = { findings: [], crashes: [] };

function outcomeOf<R extends RuleFacts>(
  rules: readonly Active<R>[],
  check: (rule: R) => Iterable<Problem>,
): Outcome {
  const findings: Finding[] = [];
  const crashes: Crash[] = [];
  for (const { rule, severity } of rules) {
    const before = findings.length;
    try {
      for (const problem of check(rule)) findings.push(findingOf(problem, rule, severity));
    } catch (error) {
      findings.length = before;
      crashes.push({ rule: rule.id, error });
    }
  }
  return { findings, crashes };
}

function findingOf(problem: Problem, rule: RuleFacts, severity: Severity): Finding {
  return {
    rule: rule.id,
    // A severity that the desk chose holds for the whole rule; else a finding may be quieter than its rule.
    severity: severity === rule.severity ? (problem.severity ?? severity) : severity,
    span: problem.span,
    message: problem.message,
    evidence: problem.evidence ?? [],
    fixes: problem.fixes ?? [],
  };
}

/** Findings that move along with the paragraphs that they are about; fixes that they share stay shared. */
function placedFindings(findings: readonly Finding[], draft: Draft): Finding[] {
  const placed = new Map<Fix, Fix>();
  const placedFix = (fix: Fix): Fix => {
    const edits = fix.edits.map(({ span, newText }) => ({ span: placedSpan(draft, span), newText }));
    const moving = { ...fix, edits };
    placed.set(fix, moving);
    return moving;
  };
  return findings.map((it) => ({
    ...it,
    span: placedSpan(draft, it.span),
    fixes: it.fixes.map((fix) => placed.get(fix) ?? placedFix(fix)),
  }));
}

/** We do not put words into mouths: what a rule would edit inside quotation marks, it has to have said that it does. */
function withoutEditsOfQuotes(finding: Finding, { quotes }: Draft): Finding {
  const isQuoted = ({ span }: Edit) => {
    const words = lastBefore(quotes, span.start + 1)?.words;
    return words !== undefined && words.start <= span.start && span.end <= words.end;
  };
  const fixes = finding.fixes.filter((it) => !it.edits.some(isQuoted));
  return fixes.length === finding.fixes.length ? finding : { ...finding, fixes };
}
