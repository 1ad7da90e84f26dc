/** Text of drafts and sources inside our own Markdown. */

/**
 * The same words as Markdown in which none of them is markup: no link, no image, no HTML, no table, on one line. What GitHub's
 * dialect takes for an address (“https://”, “www.”, “@”) is none either.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]()#+!|~<>&=@-]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/(?<=^\s*\d+|www)\./gi, '\\.');
}
