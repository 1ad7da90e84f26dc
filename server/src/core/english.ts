/** Small words for messages: the one place where counts and lists are put into English. */

import type { SourceCount } from './corpus/sources.ts';

/** `1 source`, `3 sources`. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n} ${n === 1 ? noun : plural}`;
}

/** `1 source`, `3 sources (one of them in 4 articles)`: articles with the same text are one source. */
export function countSources({ count: n, copied, copies }: SourceCount): string {
  const sources = count(n, 'source');
  if (copied === 0) return sources;
  const which = copied === n ? '' : `${copied === 1 ? 'one' : copied} of them `;
  return `${sources} (${which}in ${count(copies, 'article')})`;
}

/** `1 source has`, `2 sources have`; or with another verb. */
export function sourcesHave(sources: SourceCount, one = 'has', many = 'have'): string {
  return `${countSources(sources)} ${sources.count === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function list(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

/** `23.4 MB`, of a number of bytes. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return count(bytes, 'byte');
  return bytes < 1048576 ? `${Math.round(bytes / 1024)} kB` : `${(bytes / 1048576).toFixed(1)} MB`;
}
