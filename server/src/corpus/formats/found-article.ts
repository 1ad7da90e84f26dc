/** What a file of a newsroom format holds, before it is read as copy. */

import type { CalendarDate } from '../../core/model.ts';
import type { MappedText } from './mapped-text.ts';

interface FoundArticle {
  readonly title: string | undefined;
  readonly byline: string | undefined;
  /** Who published it, as the file calls them. */
  readonly outlet: string | undefined;
  /** Its publication date; undefined where the file gives none. */
  readonly published: CalendarDate | undefined;
  /** Paragraphs with blank lines between them, mapped to the file. */
  readonly body: MappedText;
}

/** One item of a file: an article, or why it is none, as a part of a sentence for the editor. */
export type FoundItem = FoundArticle | { readonly reason: string };

/**
 * Reads what a file holds, in its order. Pure; opens nothing that the file names. Throws `UnreadableFile` where the file is
 * not of the format or not to be trusted.
 */
export type FormatReader = (file: string) => readonly FoundItem[];

/** What says that an article was taken back or must not be used yet: IPTC's statuses of publication. */
export function unusable(status: string | undefined): { readonly reason: string } | undefined {
  const word = status?.toLowerCase().replace(/^.*:/, '');
  if (word === 'canceled' || word === 'cancelled') return { reason: 'it was cancelled by its provider' };
  if (word === 'withheld') return { reason: 'it is withheld by its provider' };
  return undefined;
}

/** A byline without its “By”; undefined where nothing is left. */
export function bylineOf(text: string | undefined): string | undefined {
  return text?.replace(/^\s*by\s+/i, '').trim() || undefined;
}
