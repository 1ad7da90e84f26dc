/** The sets that quality is measured on: JSON lines in a folder, told apart by what their records hold. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface Gold {
  readonly start: number;
  readonly end: number;
}

export interface NamesRecord {
  readonly text: string;
  readonly entities: readonly (Gold & { readonly type: string })[];
}

export interface DatesRecord {
  readonly text: string;
  readonly dct?: string | null;
  readonly timexes: readonly (Gold & { readonly type: string; readonly value: string })[];
}

export interface QuotesRecord {
  readonly text: string;
  readonly date?: string | null;
  readonly quotes: readonly (Gold & {
    readonly speaker?: string;
    readonly speakerStart?: number | null;
    readonly speakerEnd?: number | null;
  })[];
}

export interface PairRecord {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
}

export interface CaseRecord {
  readonly draft: string;
  readonly writtenFor?: string;
  readonly sources: readonly {
    readonly id: string;
    readonly title?: string;
    readonly published?: string;
    readonly text: string;
  }[];
  readonly gold: CaseGold;
}

/** What was planted in a draft, or what must stay silent in a clean one. */
export interface CaseGold {
  readonly kind: 'mutated' | 'control';
  readonly family: string;
  readonly group: string;
  readonly span: Gold;
  readonly fix?: Gold & { readonly accept: readonly string[] };
  readonly trap?: readonly Gold[];
}

export type QualitySet =
  | { readonly kind: 'names'; readonly name: string; readonly records: readonly NamesRecord[] }
  | { readonly kind: 'dates'; readonly name: string; readonly records: readonly DatesRecord[] }
  | { readonly kind: 'quotes'; readonly name: string; readonly records: readonly QuotesRecord[] }
  | { readonly kind: 'pairs'; readonly name: string; readonly records: readonly PairRecord[] }
  | { readonly kind: 'cases'; readonly name: string; readonly records: readonly CaseRecord[] };

/** The key by which each kind of record is known. */
const KEYS = {
  entities: 'names',
  timexes: 'dates',
  quotes: 'quotes',
  same: 'pairs',
  draft: 'cases',
} as const;

/** Reads every set of a folder, in the order of their names; training sets and what is no set are left out. */
export function readSets(folder: string): QualitySet[] {
  return readdirSync(folder)
    .filter((it) => /\.jsonl(?:\.gz)?$/.test(it) && !it.includes('train'))
    .sort()
    .flatMap((file) => {
      const bytes = readFileSync(join(folder, file));
      const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
      const records = text
        .split('\n')
        .filter((it) => it !== '')
        .map((it) => JSON.parse(it));
      const key = Object.keys(KEYS).find((it) => records[0] !== undefined && it in records[0]);
      if (key === undefined) return [];
      return [
        {
          kind: KEYS[key as keyof typeof KEYS],
          name: file.replace(/\.jsonl(?:\.gz)?$/, ''),
          records,
        } as QualitySet,
      ];
    });
}
