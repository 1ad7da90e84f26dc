/** Reading and writing the command's streams. */

import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { decodeText } from '../corpus/text-file.ts';

/** Everything on standard input, as text. Throws `UnreadableFile` if it is none. */
export async function readAll(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return decodeText(Buffer.concat(chunks));
}

/**
 * Answers JSON lines with JSON lines, in order. A line that `answer` throws for gives `{"id":null,"error":…}` with its
 * number, and the rest go on. Empty lines have no answer. The reader may be slow: writing waits for it.
 */
export async function answerLines(
  input: Readable,
  output: Writable,
  answer: (line: unknown) => object,
): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    await write(output, `${JSON.stringify(tryAnswer(line, number, answer))}\n`);
  }
}

function tryAnswer(line: string, number: number, answer: (line: unknown) => object): object {
  try {
    return answer(JSON.parse(line));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { id: null, error: `line ${number}: ${reason}` };
  }
}

async function write(output: Writable, text: string): Promise<void> {
  if (!output.write(text)) await new Promise((resolve) => output.once('drain', resolve));
}
