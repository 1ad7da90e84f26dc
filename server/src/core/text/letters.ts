/**
 * Letters for regular expressions without the flag `u`, in a few ranges. `\p{L}` and its like have hundreds: an engine needs
 * milliseconds to build an expression that has them, which is most of the time that a program has which checks one
 * draft and ends. The ranges take in signs that no copy sets beside words; where letters of both cases mix, either fits.
 */

const BOTH = String.raw`\u0100-\u0587\u1e00-\u1fff`;
/** Capitals. */
export const CAPITAL = String.raw`A-Z\u00c0-\u00d6\u00d8-\u00de${BOTH}`;
/** Small letters. */
export const SMALL = String.raw`a-z\u00df-\u00f6\u00f8-\u00ff${BOTH}`;
/** Letters of any script and the marks on them. */
export const LETTER = String.raw`A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2dff\u3041-\ufdcf\ufe70-\uffdc`;
