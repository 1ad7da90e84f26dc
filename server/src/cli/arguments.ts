/** What is common to the arguments of the sub-commands; they are parsed by Node's own `parseArgs`. */

import { UsageError } from './usage-error.ts';

/** Runs a parser of arguments; what it does not understand is a {@link UsageError}. */
export function parsing<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(message.replace(/\. To specify a positional.*$/s, '').replace(/\.$/, ''));
  }
}

/** One of a few words; anything else is a {@link UsageError}. */
export function oneOf<const T extends string>(name: string, value: string, words: readonly T[]): T {
  const found = words.find((it) => it === value);
  if (found === undefined) throw new UsageError(`--${name} is “${value}”; it can be ${words.join(', ')}`);
  return found;
}
