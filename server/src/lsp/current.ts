/** What a request about a document is answered from. */

import type { Position, TextDocumentIdentifier } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Settings } from '../core/settings.ts';
import type { DraftCheck } from './checks.ts';
import type { Client } from './client-settings.ts';

/** A document with its check. */
export interface Current {
  readonly doc: TextDocument;
  readonly check: DraftCheck;
  readonly settings: Settings;
  readonly client: Client;
}

/** What most requests say. */
export interface At {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
}
