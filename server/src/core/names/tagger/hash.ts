/** Integer hashes: features are numbers, never strings. */

/** FNV-1a over UTF-16 units, folded once; 32 bits. Looks at the first 64 units: no name is told apart by its 65th. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  const end = text.length < 64 ? text.length : 64;
  for (let at = 0; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** One value under a feature template (the finalizer of MurmurHash3). */
export function mix(template: number, value: number): number {
  let hash = Math.imul(value ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** Two values, in this order, under a feature template. */
export function mix2(template: number, first: number, second: number): number {
  return mix(template, Math.imul(first, 31) ^ Math.imul(second ^ 0x5bd1e995, 0x27d4eb2f) ^ (second >>> 7));
}
