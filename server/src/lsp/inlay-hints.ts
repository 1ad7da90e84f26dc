/** The days that dates stand for, and who goes on speaking where a quotation is split. */

import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import { longDate } from '../core/dates/calendar.ts';
import { utterancesOf } from '../core/quotes/find.ts';
import type { Reading } from '../core/reading.ts';
import type { Current } from './current.ts';

/** Nothing unless the desk asks for it. */
export function inlayHints({ doc, check, settings }: Current, { range }: InlayHintParams): InlayHint[] {
  if (!settings.showsHints) return [];
  const { draft } = check.comparison;
  const [from, to] = [doc.offsetAt(range.start), doc.offsetAt(range.end)];
  return [...days(draft), ...speakers(draft)]
    .filter(({ at }) => from <= at && at <= to)
    .sort((a, b) => a.at - b.at)
    .map(({ at, label }) => ({ position: doc.positionAt(at), label, paddingLeft: true }));
}

interface Hint {
  readonly at: number;
  readonly label: string;
}

/** Behind every date but those that state their day in full. */
function days({ dates }: Reading): Hint[] {
  return dates.flatMap(({ span, resolved, why }) =>
    resolved && why !== undefined ? [{ at: span.end, label: `→ ${longDate(resolved)}` }] : [],
  );
}

/** Behind every part of a quotation but the one that is attributed. */
function speakers({ quotes, text }: Reading): Hint[] {
  return utterancesOf(quotes).flatMap(([{ speaker }, ...others]) => {
    if (!speaker) return [];
    const label = `— ${text.slice(speaker.start, speaker.end).replace(/\s+/g, ' ')}`;
    return others.map((it) => ({ at: it.span.end, label }));
  });
}
