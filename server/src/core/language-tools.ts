/** What reading a text takes besides the text: loaded once by the shell, and the same for drafts and articles. */

import type { Span } from './model.ts';
import type { NameModel } from './names/tagger/model.ts';

export interface LanguageTools {
  readonly names: NameModel;
  /**
   * The noun phrase that ends a clause ("In a letter, the board" → "the board"), as offsets in it. The same clause has the
   * same answer; who learns of another one has other tools.
   */
  nounPhraseAtEnd(clause: string): Span | undefined;
}
