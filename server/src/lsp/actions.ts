/** What an editor can do about a finding, in the order in which it is offered. */

import { type CodeAction, CodeActionKind, type Command } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { decisionKey } from '../core/decision-text.ts';
import { decisionsOn, markAsChecked, markMentionOf } from '../core/decisions.ts';
import { count } from '../core/english.ts';
import { quoteAt } from '../core/entity-at.ts';
import type { Decision, Declaration, Finding, Fix, Mention, Signature, Span } from '../core/model.ts';
import { nameNotHouseForm } from '../core/rules/name-not-house-form.ts';
import type { DeskFileState } from '../desk.ts';
import type { DraftCheck } from './checks.ts';
import type { Client } from './client-settings.ts';
import { declare, takeBack } from './desk-edit.ts';
import { COMPARE_WITH_SOURCE, EXPLAIN_RULE, SAVE_DESK_FILE } from './protocol.ts';
import * as toLsp from './to-lsp.ts';

/** What the actions are asked for. */
export interface Asked {
  readonly doc: TextDocument;
  readonly check: DraftCheck;
  readonly client: Client;
  readonly signature: Signature;
  readonly selected: Span;
  /** The desk's file, as the editor has it. */
  readonly deskFile: DeskFileState | undefined;
}

/** Asked for by name only: a light that burns on every name says nothing. */
const CHECK_KIND = 'refactor.stet.check';

/** Every action on what is selected. Clients choose among them by kind. */
export function actionsOn(asked: Asked, isInvoked: boolean): CodeAction[] {
  const { check, selected } = asked;
  const findings = check.findings.filter(({ span }) => touches(span, selected));
  return [
    ...findings.flatMap((it) => actionsForFinding(asked, it)),
    ...(findings.length > 0 ? acceptNames(asked) : []),
    ...check.standing.flatMap(({ finding, by }) =>
      by !== 'directive' && touches(finding.span, selected) ? takeBackAction(asked, finding, by) : [],
    ),
    ...(isInvoked && findings.length === 0 ? checkMentions(asked) : []),
    ...applyHouseForms(asked),
  ];
}

/** Asked for by kind: on saving, or in the menu of actions on the source. */
const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.stet`;

/** Of all that could be changed at once only what the desk has declared itself, and nothing inside quotation marks. */
function applyHouseForms({ doc, check, client }: Asked): CodeAction[] {
  const { quotes } = check.comparison.draft;
  const edits = check.findings
    .filter(({ rule, span }) => rule === nameNotHouseForm.id && !quotes.some((it) => touches(it.words, span)))
    .flatMap(({ fixes }) => fixes.find((it) => it.isPreferred)?.edits ?? []);
  if (edits.length === 0) return [];
  const title = `Apply the house forms (${count(edits.length, 'place')})`;
  const edit = toLsp.editOfDraft(doc, edits, client, () => false, title);
  return [{ title, kind: FIX_ALL_KIND, edit }];
}

function actionsForFinding(asked: Asked, finding: Finding): CodeAction[] {
  const { doc, check, client, signature } = asked;
  const { draft, articles } = check.comparison;
  const { path } = check.surroundings;
  const diagnostics = [toLsp.diagnostic(doc, finding, client, articles)];
  const inOrder = [...finding.fixes].sort((a, b) => rankOf(a) - rankOf(b));
  return [
    ...inOrder.flatMap((it) => quickFix(asked, it, diagnostics)),
    ...decisionsOn(finding, draft, path, signature).flatMap((it) => quickFix(asked, it, diagnostics)),
    ...toLsp.openBeside(diagnostics, finding, client, articles),
    ...compareWithSource(asked, finding, diagnostics),
    ...explainRule(finding, diagnostics, client),
  ];
}

/** Here, then everywhere, then what the desk declares. */
function rankOf({ edits, declares }: Fix): number {
  return declares ? 2 : edits.length > 1 ? 1 : 0;
}

/** A quick fix; none where neither the client nor the draft's place can carry it out. */
function quickFix(asked: Asked, fix: Fix, diagnostics: CodeAction['diagnostics'] & object): CodeAction[] {
  const isPreferred = fix.isPreferred ? { isPreferred: true } : {};
  const action = { title: fix.title, kind: CodeActionKind.QuickFix, diagnostics, ...isPreferred };
  if (fix.declares) return declaring(asked, [fix.declares]).map((it) => ({ ...action, ...it }));
  return [{ ...action, edit: toLsp.workspaceEdit(asked.doc, fix, asked.client) }];
}

/** An edit of the desk's file, and its saving where the client leaves that to us. */
function declaring(
  asked: Asked,
  declarations: readonly Declaration[],
): Pick<CodeAction, 'edit' | 'command'>[] {
  const deskFile = declaresIn(asked);
  return deskFile ? [{ edit: declare(deskFile, declarations), ...saving(asked.client, deskFile.uri) }] : [];
}

/** The desk's file, where the client can edit it. */
function declaresIn({ client, deskFile }: Asked): DeskFileState | undefined {
  const canEdit = client.takesVersionedEdits && (deskFile?.text !== undefined || client.createsFiles);
  return canEdit ? deskFile : undefined;
}

function saving({ savesDeskFile }: Client, uri: string): { readonly command?: Command } {
  if (!savesDeskFile) return {};
  return { command: { title: 'Save stet.yaml', command: SAVE_DESK_FILE, arguments: [uri] } };
}

/** Fifty-six names are not fifty-six clicks. */
function acceptNames(asked: Asked): CodeAction[] {
  const { check, signature } = asked;
  if (!declaresIn(asked)) return [];
  const { draft } = check.comparison;
  const marks = check.findings
    .filter((it) => it.rule.startsWith('name/'))
    .flatMap((it) => markMentionOf(it, draft, check.surroundings.path, signature))
    .flatMap(({ declares }) => (declares?.list === 'decisions' ? declares : []));
  const each = [...new Map(marks.map((it) => [it.item.words, it])).values()];
  if (each.length < 2) return [];
  const title = `Mark all ${each.length} names with findings in this file as checked`;
  return declaring(asked, each).map((it) => ({ title, kind: CodeActionKind.QuickFix, ...it }));
}

function takeBackAction({ client, deskFile }: Asked, { message }: Finding, decision: Decision): CodeAction[] {
  const edit = deskFile && client.takesVersionedEdits ? takeBack(deskFile, decisionKey(decision)) : undefined;
  if (!deskFile || !edit) return [];
  const what = 'rule' in decision ? `let stand ${scopeOf(decision)}` : `checked by ${decision.by}`;
  const title = `Take back “${what}”: ${message}`;
  return [{ title, kind: CodeActionKind.QuickFix, edit, ...saving(client, deskFile.uri) }];
}

function scopeOf({ draft, beside }: Decision): string {
  if (beside) return 'here';
  return draft === undefined ? 'always' : 'in this draft';
}

/** Marks mentions as checked of which nothing is reported. */
function checkMentions(asked: Asked): CodeAction[] {
  const { check, signature, selected } = asked;
  const { draft } = check.comparison;
  const mentions: Mention[] = [...draft.names, ...draft.dates, ...draft.quotes];
  return mentions
    .filter(({ span }) => touches(span, selected))
    .flatMap((mention) => {
      const { title, declares } = markAsChecked(mention, draft, check.surroundings.path, signature);
      const kind = CHECK_KIND;
      return declares
        ? declaring(asked, [declares]).map((it) => ({ title: `${title}: ${shown(mention)}`, kind, ...it }))
        : [];
    });
}

const LONGEST_SHOWN = 40;

function shown({ text }: Mention): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/** For what is reported of a quotation that some source has, in these words or others. */
function compareWithSource(
  { doc, check: { comparison }, client }: Asked,
  { rule, span }: Finding,
  diagnostics: CodeAction['diagnostics'] & object,
): CodeAction[] {
  const quote = rule.startsWith('quote/') ? quoteAt(comparison.draft, span.start) : undefined;
  const nearest = client.comparesWithSource && quote ? comparison.nearest(quote) : undefined;
  if (!nearest) return [];
  const title = `Compare with ${nearest.source.article.head.id}`;
  const command = {
    title,
    command: COMPARE_WITH_SOURCE,
    arguments: [doc.uri, doc.positionAt(span.start)],
  };
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics, command }];
}

/** Opens the rule's page at its heading. */
function explainRule(
  { rule }: Finding,
  diagnostics: CodeAction['diagnostics'] & object,
  { rulesPage, opensDocuments }: Client,
): CodeAction[] {
  if (rulesPage === undefined || !opensDocuments) return [];
  const title = `Explain ${rule}`;
  const command = { title, command: EXPLAIN_RULE, arguments: [rule] };
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics, command }];
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}
