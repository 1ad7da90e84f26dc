/** The messages between Stet's client and server that the Language Server Protocol does not have. */

import type { Range } from 'vscode-languageserver';
import type { Sheet } from '../core/sheet/sheet.ts';
import type { SignedOff } from '../core/sign-off.ts';

/** Server to client: what the open draft is checked against, or why it is not checked. */
export const statusNotification = 'stet/status';

export interface StatusParams {
  readonly uri: string;
  readonly checked: boolean;
  /** Why the draft is not checked, as a sentence. */
  readonly reason?: string;
  /** How many paragraphs were too long to be read, where any were. */
  readonly unread?: number;
  /** How many articles the corpus holds for this draft. */
  readonly articles: number;
  /** Where the articles come from, in words: `the bundled seeds`, `2 folders`. */
  readonly sources: string;
  /** YYYY-MM-DD. */
  readonly writtenFor?: string;
  /** Where the written-for date comes from, in words: `the dateline`. */
  readonly writtenForFrom?: string;
}

/** A command of the client: opens a source beside the draft. Arguments: its uri, and the line, from 0. */
export const OPEN_BESIDE = 'stet.openBeside';

/** A command of the client: shows a quotation beside its source. Arguments: the draft's uri, and a position in the quotation. */
export const COMPARE_WITH_SOURCE = 'stet.compareWithSource';

/** A command of the client: saves the desk's file after an action has edited it. Argument: its uri. */
export const SAVE_DESK_FILE = 'stet.saveDeskFile';

/** A command of the server: opens the rules' page at a rule. Argument: its id. */
export const EXPLAIN_RULE = 'stet.explainRule';

/** A command of the server: what has been decided, for the open drafts and the workspace. Answers with {@link DecisionLine}s. */
export const LIST_DECISIONS = 'stet.listDecisions';

export interface DecisionLine {
  /** The uri of the desk's file. */
  readonly file: string;
  /** The decision as it is written there. */
  readonly text: string;
}

/** A command of the server: takes a decision back. Argument: a {@link DecisionLine}. */
export const TAKE_BACK = 'stet.takeBackDecision';

/** A command of the server: checks every draft of the workspace. Answers with {@link WorkspaceChecked}. */
export const CHECK_WORKSPACE = 'stet.checkWorkspace';

export interface WorkspaceChecked {
  /** How many drafts were checked. */
  readonly drafts: number;
  /** How many there are. */
  readonly of: number;
  readonly findings: number;
  /** How many decisions hold for nothing any more; 0 where not every draft was read. */
  readonly unused: number;
  readonly unread: readonly { readonly uri: string; readonly reason: string }[];
  readonly cancelled: boolean;
  /** The sign-off sheets of what was checked. */
  readonly sheets: readonly DraftSheet[];
}

/** Client to server: check this draft now, whatever `stet.run` says. */
export const checkRequest = 'stet/check';

export interface CheckParams {
  readonly uri: string;
}

/** Client to server: the record of what is known of each name, date and quotation of a draft. Answers with {@link SignOff}. */
export const signOffRequest = 'stet/signOff';

export interface SignOff {
  /** In reading order. */
  readonly rows: readonly SignOffRow[];
}

export interface SignOffRow extends Pick<SignedOff, 'kind' | 'text' | 'detail'> {
  readonly state: MentionState;
  /** Where it is introduced. */
  readonly at: SheetPlace;
}

export type MentionState =
  | { readonly is: 'differs' | 'let stand'; readonly messages: readonly string[] }
  | { readonly is: 'checked'; readonly by: string; readonly on: string }
  /** With how many sources, and the names of the articles: those with the same text are one source. */
  | { readonly is: 'agrees'; readonly sources: number; readonly articles: readonly string[] }
  | { readonly is: 'no source' };

/** Words in a draft or an article. */
export interface SheetPlace {
  readonly uri: string;
  readonly range: Range;
  /** What stands there. */
  readonly words: string;
}

/** Client to server: the sign-off sheet of a draft. Answers with a {@link DraftSheet}, or null. */
export const sheetRequest = 'stet/signOffSheet';

export type DraftSheet = Sheet<SheetPlace>;

/** Client to server: the quotation at a position and the nearest of the sources. Answers with {@link QuoteSides}, or null. */
export const compareRequest = 'stet/compareWithSource';

export interface QuoteSides {
  /** The words of the draft between the marks. */
  readonly draft: string;
  readonly source: string;
  /** The name of the article that has the source's words. */
  readonly article: string;
}

/** Client to server: the date that this draft is written for; `null` takes it back. */
export const setWrittenForNotification = 'stet/setWrittenFor';

export interface SetWrittenForParams {
  readonly uri: string;
  /** YYYY-MM-DD. */
  readonly date: string | null;
}

/**
 * Server to client, if that says `servesFiles` when it starts: what stands at a uri that is not on the server's disk.
 * Answers with `FileState`, or null where there is nothing.
 */
export const stateRequest = 'stet/files/state';

/** Server to client: what stands in a folder, links left out. Answers with a list of `Entry`; with none where it is no folder. */
export const listRequest = 'stet/files/list';

/** Server to client: what a file holds. Answers with {@link FileRead}. */
export const readRequest = 'stet/files/read';

export interface FileParams {
  readonly uri: string;
}

/** The bytes of a file, or why it can't be read, as the end of a sentence. Some ways to a server carry text alone. */
export type FileRead = { readonly base64: string } | { readonly reason: string };

/** The first message to a server in a web worker, which has no disk to find it on. */
export interface Installed {
  /** The name model. */
  readonly names: Uint8Array;
  /** The bundled articles, as the build has stored them. */
  readonly articles: string;
  /** The uri of the folder in which the bundled articles lie. */
  readonly folder: string;
}
