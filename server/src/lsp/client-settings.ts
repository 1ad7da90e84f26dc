/** What the client has told the server about itself and its settings. */

import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';

/** What the client can do, and what it asked for when it started the server. */
export interface Client {
  /** It asks for diagnostics; else they are sent to it. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesInlayHints: boolean;
  readonly refreshesLenses: boolean;
  readonly hasConfiguration: boolean;
  /** It says when they change, if it is asked to. */
  readonly watchesConfiguration: boolean;
  readonly watchesFiles: boolean;
  readonly takesVersionedEdits: boolean;
  readonly createsFiles: boolean;
  /** It shows edits that need it before it makes them. */
  readonly confirmsEdits: boolean;
  /** It has the command that opens a source beside the draft. */
  readonly opensBeside: boolean;
  /** It has the command that shows a quotation beside its source. */
  readonly comparesWithSource: boolean;
  /** It has the command that saves the desk's file. */
  readonly savesDeskFile: boolean;
  /** It opens documents that the server names. */
  readonly opensDocuments: boolean;
  /** It shows symbols with details. */
  readonly nestsSymbols: boolean;
  readonly showsMarkdown: boolean;
  readonly showsRelatedInformation: boolean;
  readonly showsCodeDescription: boolean;
  /** It understands `stet/status`. */
  readonly showsStatus: boolean;
  /** The uri of the page that describes the rules. */
  readonly rulesPage: string | undefined;
  /** It trusts the workspace, as all do that don't say; else the sources that a `stet.yaml` names are not read. */
  readonly isTrusted: boolean;
  /** The uri of the folder that keeps what is decided about drafts that belong to no folder. */
  readonly storage: string | undefined;
  /** It can be asked for files that are not on the server's disk. */
  readonly servesFiles: boolean;
  /** The settings of a client that can't be asked for them. */
  readonly settings: unknown;
  /** It can show how far something has come. */
  readonly showsProgress: boolean;
  /** It would pull the findings of the whole workspace by itself: there the command alone brings them. */
  readonly checksWorkspaceOnCommand: boolean;
  /** The uris of the workspace's folders as they are now. */
  readonly folders: ReadonlySet<string>;
  /** It says when they change. */
  readonly changesFolders: boolean;
}

/**
 * The workspace folder that a document lies in, the innermost; the first of all where it lies in none; else the storage.
 * Folders that are not on disk keep a `stet.yaml` that the server can read only where the client serves it.
 */
export function folderOf({ folders, storage, servesFiles }: Client, uri: string): string | undefined {
  const all = [...folders].filter((it) => servesFiles || it.startsWith('file:'));
  const around = all.filter((it) => uri === it || uri.startsWith(it.endsWith('/') ? it : `${it}/`));
  return around.sort((a, b) => b.length - a.length)[0] ?? all[0] ?? storage;
}

/** The uris of the workspace's folders when the client starts. */
export function foldersAtStart({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  return workspaceFolders?.map((it) => it.uri) ?? (rootUri ? [rootUri] : []);
}

/** Reads what a client says when it starts; everything in it may be missing. `folders` are kept up to date by the caller. */
export function readClient(
  { capabilities, initializationOptions }: InitializeParams,
  folders: ReadonlySet<string>,
): Client {
  const { workspace, textDocument, window }: ClientCapabilities = capabilities ?? {};
  const options: { readonly [key: string]: unknown } =
    typeof initializationOptions === 'object' && initializationOptions !== null ? initializationOptions : {};
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    hasConfiguration: workspace?.configuration === true,
    watchesConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    takesVersionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    confirmsEdits: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    opensBeside: options.opensBeside === true,
    comparesWithSource: options.comparesWithSource === true,
    savesDeskFile: options.savesDeskFile === true,
    opensDocuments: window?.showDocument?.support === true,
    nestsSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    showsMarkdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    showsRelatedInformation:
      textDocument?.publishDiagnostics?.relatedInformation === true ||
      textDocument?.diagnostic?.relatedInformation === true,
    showsCodeDescription:
      textDocument?.publishDiagnostics?.codeDescriptionSupport === true ||
      textDocument?.diagnostic?.codeDescriptionSupport === true,
    showsStatus: options.showsStatus === true,
    rulesPage: typeof options.rulesPage === 'string' ? options.rulesPage : undefined,
    isTrusted: options.isTrusted !== false,
    storage: typeof options.storage === 'string' ? options.storage : undefined,
    servesFiles: options.servesFiles === true,
    settings: options.settings,
    showsProgress: window?.workDoneProgress === true,
    checksWorkspaceOnCommand: options.checksWorkspaceOnCommand === true,
    folders,
    changesFolders: workspace?.workspaceFolders === true,
  };
}
