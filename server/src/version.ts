/** Which Stet this is. */

/** Replaced by the bundler. */
declare const STET_VERSION: string;
declare const STET_READING: string;

export const version = STET_VERSION;

/** Another wherever articles may be read otherwise. */
export const reading = STET_READING;
