/** Which documents are drafts, and in which words to say that another one is not. */
import { type DocumentSelector, l10n, type TextDocument, workspace } from 'vscode';

const languages = ['plaintext', 'markdown'] as const;

/** `vscode-userdata` is where a browser keeps the copy of the sample. */
const schemes = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-userdata'] as const;

/**
 * A draft is something that its reader can edit. `git:`, `output:`, `vscode-scm:` and the read-only side of a
 * diff are not listed, and so never reach the server; the folders of the workspace may be of any scheme.
 */
export function draftSchemes(): readonly string[] {
  const ofFolders = workspace.workspaceFolders?.map((it) => it.uri.scheme) ?? [];
  return [...new Set([...schemes, ...ofFolders])];
}

export function checkedDocuments(): { readonly language: string; readonly scheme: string }[] {
  return languages.flatMap((language) => draftSchemes().map((scheme) => ({ language, scheme })));
}

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
  if (draftSchemes().includes(document.uri.scheme)) return undefined;
  if (document.uri.scheme === 'git') return l10n.t('This is an earlier version from source control.');
  return l10n.t('This view can’t be edited, so it is not checked.');
}
