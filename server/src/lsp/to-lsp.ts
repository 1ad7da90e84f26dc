/** The only place where our types become protocol types. */

import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Hover,
  type InlayHint,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Article, surroundingsOf } from '../core/corpus/article.ts';
import { longDate } from '../core/dates/calendar.ts';
import { ruleAnchor } from '../core/docs.ts';
import type { Explanation } from '../core/explain.ts';
import type { DateMention, Finding, Fix, Passage, Severity, Span } from '../core/model.ts';
import type { Client } from './client-settings.ts';
import { OPEN_BESIDE } from './protocol.ts';

const SOURCE = 'Stet';
/** Related lines shown with one finding; the hover has the count of all. */
const MOST_RELATED = 8;

const CONFIRMATION = 'quotation';

const SEVERITY: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

function range(doc: TextDocument, span: Span): Range {
  return { start: doc.positionAt(span.start), end: doc.positionAt(span.end) };
}

export function diagnostic(
  doc: TextDocument,
  finding: Finding,
  client: Client,
  articles: readonly Article[],
): Diagnostic {
  const { rule, severity, span, message, evidence } = finding;
  const related = client.showsRelatedInformation
    ? evidence.slice(0, MOST_RELATED).flatMap((it) => relatedInformation(it, articles))
    : [];
  return {
    source: SOURCE,
    code: rule,
    severity: SEVERITY[severity],
    range: range(doc, span),
    message,
    ...(client.rulesPage && client.showsCodeDescription
      ? { codeDescription: { href: `${client.rulesPage}#${ruleAnchor(rule)}` } }
      : {}),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  };
}

/** The line of the source that has the words. */
function relatedInformation(
  { article: head, span, text }: Passage,
  articles: readonly Article[],
): DiagnosticRelatedInformation[] {
  const article = articles.find((it) => it.head === head);
  if (head.uri === undefined || !article) return [];
  const source = TextDocument.create(head.uri, 'plaintext', 0, article.reading.text);
  const { before, after } = surroundingsOf(article, span);
  return [{ location: { uri: head.uri, range: range(source, span) }, message: `${before}${text}${after}` }];
}

/** An edit of one version of a document, where the client can refuse it for another. */
export function workspaceEdit(
  doc: TextDocument,
  { edits, title, needsConfirmation }: Fix,
  client: Client,
): WorkspaceEdit {
  const textEdits = edits.map((it) => ({ range: range(doc, it.span), newText: it.newText }));
  if (!client.takesVersionedEdits) return { changes: { [doc.uri]: textEdits } };
  const textDocument = { uri: doc.uri, version: doc.version };
  if (!needsConfirmation || !client.confirmsEdits)
    return { documentChanges: [{ textDocument, edits: textEdits }] };
  const annotated = textEdits.map((it) => ({ ...it, annotationId: CONFIRMATION }));
  return {
    documentChanges: [{ textDocument, edits: annotated }],
    changeAnnotations: { [CONFIRMATION]: { label: title, needsConfirmation: true } },
  };
}

/** Shows the line of the source that a finding rests on beside the draft, where the client can. */
export function openBeside(
  diagnostics: Diagnostic[],
  { evidence: [passage] }: Finding,
  client: Client,
  articles: readonly Article[],
): CodeAction[] {
  const [related] = client.opensBeside && passage ? relatedInformation(passage, articles) : [];
  if (!passage || !related) return [];
  const title = `Open ${passage.article.id} beside the draft`;
  const { uri, range } = related.location;
  const command = { title, command: OPEN_BESIDE, arguments: [uri, range.start.line] };
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics, command }];
}

export function hover(doc: TextDocument, { span, markdown }: Explanation, client: Client): Hover {
  const contents = client.showsMarkdown
    ? { kind: 'markdown' as const, value: markdown }
    : { kind: 'plaintext' as const, value: plainText(markdown) };
  return { contents, range: range(doc, span) };
}

/** The day that a date stands for, behind it; none where the draft states it in full. */
export function inlayHint(doc: TextDocument, { span, resolved, why }: DateMention): InlayHint[] {
  if (!resolved || why === undefined) return [];
  return [{ position: doc.positionAt(span.end), label: `→ ${longDate(resolved)}`, paddingLeft: true }];
}

/** The words of our own Markdown, for clients that show none. */
function plainText(markdown: string): string {
  return markdown
    .replace(/(?<!\\)\*\*/g, '')
    .replace(/(?<!\\)\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, '$1')
    .replace(/ {2}\n/g, '\n')
    .replace(/\\(.)/g, '$1');
}
