/** Numbers that look like chance and are the same on every machine. */

/** Uniform in [0, 1) (xorshift, Marsaglia 2003). The seed must not be 0. */
export function randomNumbers(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}
