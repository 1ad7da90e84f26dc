/** The assertions of the suite, in every extension host: a web worker has none of Node's. */

class AssertionError extends Error {
  override readonly name = 'AssertionError';
  readonly showDiff = true;
  readonly actual: unknown;
  readonly expected: unknown;

  /** Mocha shows how the two differ. */
  constructor(message: string, actual?: unknown, expected?: unknown) {
    super(message);
    this.actual = actual;
    this.expected = expected;
  }
}

export function ok(value: unknown, message = 'it is missing'): asserts value {
  if (!value) throw new AssertionError(message);
}

export function equal<T>(actual: T, expected: T): void {
  if (!Object.is(actual, expected)) throw new AssertionError('they differ', actual, expected);
}

/** Of what JSON can say. */
export function deepEqual(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected))
    throw new AssertionError('they differ', actual, expected);
}

export function match(text: string, pattern: RegExp): void {
  if (!pattern.test(text)) throw new AssertionError(`${text} does not match ${pattern}`);
}

export function fail(message: string): never {
  throw new AssertionError(message);
}
