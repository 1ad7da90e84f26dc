/** Reads text files, and says in words why one can't be read. */

import { checkReadable, type Files, UnreadableFile } from '../files.ts';

/** Reads a text file as {@link decodeText} does. Throws {@link UnreadableFile}. */
export async function readTextFile(files: Files, address: string): Promise<string> {
  return decodeText(await files.read(address));
}

/**
 * Decodes UTF-8, UTF-16 and windows-1252, without the byte-order mark: what newsroom systems write. Throws
 * {@link UnreadableFile} for binary data and other encodings.
 */
export function decodeText(bytes: Uint8Array): string {
  checkReadable({ kind: 'file', size: bytes.length });
  const wide = wideEncodingOf(bytes);
  const text = wide ? decodeAs(wide, bytes) : (decodeAs('utf-8', bytes) ?? decodeWestern(bytes));
  if (bytes.includes(0) && (!wide || text?.includes('\0')))
    throw new UnreadableFile('it is not text: it holds NUL bytes');
  if (text === undefined)
    throw new UnreadableFile(
      `it is ${wide ? 'damaged UTF-16' : 'neither UTF-8 nor windows-1252'}: save it as UTF-8 and try again`,
    );
  return text;
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** How much of a file is looked at to tell its encoding, in bytes. */
const PROBED = 2_000;
/** The share of UTF-16 units whose upper byte is zero in any text with spaces, digits and line ends, and not in pictures. */
const LEAST_NARROW = 0.5;

/** UTF-16 shows by its mark; without one, by zeros in every other byte and in no others. */
function wideEncodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const probed = bytes.subarray(0, PROBED);
  if (!probed.includes(0)) return undefined;
  for (const [at, byte] of probed.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const enough = (probed.length / 2) * LEAST_NARROW;
  if (probed.length < 4) return undefined;
  if (even === 0 && odd > enough) return 'utf-16le';
  return odd === 0 && even > enough ? 'utf-16be' : undefined;
}

/** More bytes above ASCII than this share of a text are no accents and quotation marks, but another script. */
const MOST_ABOVE_ASCII = 0.15;

/**
 * Windows-1252, where the bytes may be that: no controls, none of the five bytes that stand for nothing there (WHATWG's
 * Encoding decodes these too), and mostly ASCII, as no Cyrillic, Greek or East Asian encoding is.
 */
function decodeWestern(bytes: Uint8Array): string | undefined {
  let above = 0;
  for (const byte of bytes) {
    if (byte >= 0x80) above++;
    if (byte < 0x09 || (byte > 0x0d && byte < 0x20) || UNASSIGNED.has(byte)) return undefined;
  }
  return above <= Math.max(1, bytes.length * MOST_ABOVE_ASCII) ? decodeAs('windows-1252', bytes) : undefined;
}

const UNASSIGNED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d, 0x7f]);
