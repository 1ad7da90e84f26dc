/** The only place where our types become protocol types. */

import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Hover,
  type Location,
  type Range,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Article, surroundingsOf } from '../core/corpus/article.ts';
import { placeOf } from '../core/corpus/places.ts';
import { ruleAnchor } from '../core/docs.ts';
import type { Explanation } from '../core/explain.ts';
import type { ArticleHead, Edit, Finding, Fix, Passage, Severity, Span } from '../core/model.ts';
import { NONE, recall } from '../core/recall.ts';
import type { Client } from './client-settings.ts';
import { OPEN_BESIDE } from './protocol.ts';

/** Who reports, as clients show it. */
export const SOURCE = 'Stet';
/** Related lines shown with one finding; the hover has the count of all. */
const MOST_RELATED = 8;

const CONFIRMATION = 'quotation';

const SEVERITY: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function range(doc: TextDocument, span: Span): Range {
  return { start: doc.positionAt(span.start), end: doc.positionAt(span.end) };
}

export function diagnostic(
  doc: TextDocument,
  finding: Finding,
  client: Client,
  articles: readonly Article[],
): Diagnostic {
  const { rule, severity, span, message, evidence } = finding;
  const lines = client.showsRelatedInformation && evidence.length > 0 ? relatedTo(evidence, articles) : NONE;
  return {
    source: SOURCE,
    code: rule,
    severity: SEVERITY[severity],
    range: range(doc, span),
    message,
    ...(client.rulesPage && client.showsCodeDescription
      ? { codeDescription: { href: `${client.rulesPage}#${ruleAnchor(rule)}` } }
      : {}),
    ...(lines.length > 0 ? { relatedInformation: [...lines] } : {}),
  };
}

/** The lines of the sources that findings rest on: the same after every keystroke, and for all places of a name. */
function relatedTo(
  evidence: readonly Passage[],
  articles: readonly Article[],
): readonly DiagnosticRelatedInformation[] {
  return related(evidence, [articles], () =>
    evidence.slice(0, MOST_RELATED).flatMap((it) => relatedInformation(it, articles)),
  );
}

const related = recall<readonly Passage[], readonly DiagnosticRelatedInformation[]>();

/** The articles by what is known of them without their text. */
export function articlesByHead(articles: readonly Article[]): ReadonlyMap<ArticleHead, Article> {
  return byHead(articles, NONE, () => new Map(articles.map((it) => [it.head, it])));
}

const byHead = recall<readonly Article[], ReadonlyMap<ArticleHead, Article>>();

/** The line of the source that has the words. */
function relatedInformation(
  { article: head, span, text }: Passage,
  articles: readonly Article[],
): DiagnosticRelatedInformation[] {
  const article = articlesByHead(articles).get(head);
  if (!article) return [];
  const { before, after } = surroundingsOf(article, span);
  return location(article, span).map((it) => ({ location: it, message: `${before}${text}${after}` }));
}

/** Where some words of an article stand; none where it stands in no file. */
export function location(article: Article, span: Span): Location[] {
  const { uri, places } = article.head;
  if (uri === undefined) return [];
  if (places) {
    const { start, end } = placeOf(places, span);
    const toPosition = (it: typeof start) => ({ line: it.line, character: it.column });
    return [{ uri, range: { start: toPosition(start), end: toPosition(end) } }];
  }
  return [{ uri, range: range(documentOf(article, NONE, toDocument), span) }];
}

/** With the places of its lines. */
const documentOf = recall<Article, TextDocument>();

function toDocument({ head: { uri = '' }, reading: { text } }: Article): TextDocument {
  return TextDocument.create(uri, 'plaintext', 0, text);
}

/** A fix as an edit of the draft. */
export function workspaceEdit(
  doc: TextDocument,
  { edits, title, needsConfirmation }: Fix,
  client: Client,
): WorkspaceEdit {
  return editOfDraft(doc, edits, client, () => needsConfirmation === true, title);
}

/**
 * An edit of one version of a document, where the client can refuse it for another. What needs confirmation is shown
 * under a label before it is made, where the client can show it.
 */
export function editOfDraft(
  doc: TextDocument,
  edits: readonly Edit[],
  client: Client,
  needsConfirmation: (edit: Edit) => boolean,
  label: string,
): WorkspaceEdit {
  const toEdit = (it: Edit) => ({ range: range(doc, it.span), newText: it.newText });
  if (!client.takesVersionedEdits) return { changes: { [doc.uri]: edits.map(toEdit) } };
  const textDocument = { uri: doc.uri, version: doc.version };
  if (!client.confirmsEdits || !edits.some(needsConfirmation))
    return { documentChanges: [{ textDocument, edits: edits.map(toEdit) }] };
  const annotated = edits.map((it) =>
    needsConfirmation(it) ? { ...toEdit(it), annotationId: CONFIRMATION } : toEdit(it),
  );
  return {
    documentChanges: [{ textDocument, edits: annotated }],
    changeAnnotations: { [CONFIRMATION]: { label, needsConfirmation: true } },
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

/** The words of our own Markdown, for clients that show none. */
function plainText(markdown: string): string {
  return markdown
    .replace(/(?<!\\)\*\*/g, '')
    .replace(/(?<!\\)\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, '$1')
    .replace(/ {2}\n/g, '\n')
    .replace(/\\(.)/g, '$1');
}
