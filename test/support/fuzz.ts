/** How properties are tried: repeatable, and further on demand. */

import fc from 'fast-check';

/** A fixed seed keeps `npm test` repeatable; FUZZ_SEED and FUZZ_RUNS look further. */
export function configureFuzz(): void {
  fc.configureGlobal({
    seed: Number(process.env.FUZZ_SEED ?? 1),
    numRuns: Number(process.env.FUZZ_RUNS ?? 150),
  });
}
