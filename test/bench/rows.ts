/** The rows that a bench prints, a line of JSON each. */

export interface Row {
  readonly name: string;
  readonly words: number;
  readonly unit: string;
  readonly value: number;
  /** To a scan of the same text in the same run. */
  readonly ratio?: number;
}

export function print({ value, ratio, ...row }: Row): void {
  const rounded = { ...row, value: round(value), ...(ratio === undefined ? {} : { ratio: round(ratio) }) };
  console.log(JSON.stringify(rounded));
}

/** The value that so many percent of the others don't exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
