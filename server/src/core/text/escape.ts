/** Text of drafts and sources inside our own Markdown. */

/** The same words as Markdown in which none of them is markup: no link, no image, no HTML, no table, on one line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\`*_{}[\]()#+!|~<>&-]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:');
}
