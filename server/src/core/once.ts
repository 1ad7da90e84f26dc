/** Puts work off until somebody asks for it, and does it once: the answer must be fully determined beforehand. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
