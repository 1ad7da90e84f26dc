/** Something is off with how the command was called. */

/** Said on standard error; the command ends with 2. Its message is a sentence without its full stop. */
export class UsageError extends Error {}
