/** Renames a person throughout the draft. */

import {
  LSPErrorCodes,
  type PrepareRenameResult,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { entityAt, shownName } from '../core/entity-at.ts';
import type { Edit } from '../core/model.ts';
import { renameEntity } from '../core/rename.ts';
import type { At, Current } from './current.ts';
import * as toLsp from './to-lsp.ts';

/** The name at the cursor, with the full name to begin from; null where there is none. */
export function prepareRename({ doc, check }: Current, { position }: At): PrepareRenameResult | null {
  const named = entityAt(check.comparison.draft, doc.offsetAt(position));
  return named ? { range: toLsp.range(doc, named.mention.span), placeholder: shownName(named.entity) } : null;
}

/** Throws a `ResponseError` with a sentence for the editor where nothing can be renamed. */
export function rename({ doc, check, client }: Current, { position, newName }: RenameParams): WorkspaceEdit {
  const { draft } = check.comparison;
  const named = entityAt(draft, doc.offsetAt(position));
  if (!named) throw new ResponseError(LSPErrorCodes.RequestFailed, 'There is no name here.');
  const given = newName.replace(/\s+/g, ' ').trim();
  if (!/\p{L}/u.test(given)) throw new ResponseError(LSPErrorCodes.RequestFailed, 'A name has letters.');
  const isQuoted = ({ span }: Edit) =>
    draft.quotes.some(({ words }) => words.start <= span.start && span.end <= words.end);
  const edits = renameEntity(named.entity, named.mention, given);
  // What somebody is quoted to have said is shown before it is changed.
  return toLsp.editOfDraft(doc, edits, client, isQuoted, 'Names inside quotation marks');
}
