/** Which Stet this is. */

/** Replaced by the bundler. */
declare const STET_VERSION: string;

export const version = STET_VERSION;
