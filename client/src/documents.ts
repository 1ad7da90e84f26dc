/** Which documents are drafts, and in which words to say that another one is not. */
import { type DocumentSelector, l10n, type TextDocument } from 'vscode';

const languages = ['plaintext', 'markdown'] as const;

/**
 * A draft is something that its reader can edit. `git:`, `output:`, `vscode-scm:` and the read-only side of a
 * diff are not listed, and so never reach the server.
 */
const schemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs'] as const;

export const checkedDocuments = languages.flatMap((language) =>
  schemes.map((scheme) => ({ language, scheme })),
);

/** Every document where the reader may wonder whether it is checked. */
export const candidateDocuments: DocumentSelector = [...languages];

export function isDraft(document: TextDocument): boolean {
  return whyNotChecked(document) === undefined;
}

/** The name of its file, or of what stands for one. */
export function nameOf({ uri }: TextDocument): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** Why a document is not checked, as a sentence; `undefined` for a draft. */
export function whyNotChecked(document: TextDocument): string | undefined {
  if (!languages.some((language) => language === document.languageId)) {
    return l10n.t('Stet checks plain text and Markdown.');
  }
  if (schemes.some((scheme) => scheme === document.uri.scheme)) return undefined;
  if (document.uri.scheme === 'git') return l10n.t('This is an earlier version from source control.');
  return l10n.t('This view can’t be edited, so it is not checked.');
}
