/** What of a Markdown file is copy. */

/** Markup becomes spaces, so that offsets stay and no words are joined. */
const blank = (markup: string) => markup.replace(/[^\r\n]/g, ' ');

const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?=\r?\n|$)/;

/** Everything in Markdown that is not copy, in the order in which it is taken out. */
const MARKUP: readonly RegExp[] = [
  // Front matter at the very start.
  FRONT_MATTER,
  // Fenced code, closed or running to the end; comments; inline code.
  /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:\n {0,3}\1[`~]*[ \t]*(?=\r?\n|$)|$(?![\s\S]))/gm,
  /<!--[\s\S]*?(?:-->|$(?![\s\S]))/g,
  /`+[^`\n]*`+/g,
  // Tags and autolinks, definitions of references, bare addresses.
  /<[a-zA-Z/!][^<>\n]{0,300}>/g,
  /^ {0,3}\[[^\]\n]{1,200}\]:[^\n]*$/gm,
  /https?:\/\/[^\s<>)]+/g,
  // Marks of headings, block quotes and lists; rules; table bars.
  /^ {0,3}(?:#{1,6}(?=\s)|>+|[-*+](?=\s)|\d{1,3}[.)](?=\s))/gm,
  /^ {0,3}(?:[-*_] ?){3,}[ \t]*$/gm,
  /\|/g,
  // Emphasis: stars always, underscores at the edge of a word.
  /\*{1,3}/g,
  /(?<![\p{L}\p{N}])_{1,3}|_{1,3}(?![\p{L}\p{N}])/gu,
];

/** `[words](target)`, `![words](target)`, `[words][reference]`: the words are copy, brackets and target are not. */
const LINK =
  /(!?\[)([^[\]\n]{0,500})(\]\([^()\n]{0,1000}(?:\([^()\n]{0,500}\)[^()\n]{0,500})?\)|\]\[[^\]\n]{0,200}\])/g;

/** The copy of a Markdown text: as long as the text, with everything else blanked out. */
export function copyOfMarkdown(text: string): string {
  const linked = text.replace(
    LINK,
    (_, open: string, words: string, target: string) => blank(open) + words + blank(target),
  );
  return MARKUP.reduce((copy, pattern) => copy.replace(pattern, blank), linked);
}

/** The lines of a text's front matter, without its marks; empty where there is none. */
export function frontMatterOf(text: string): string {
  return FRONT_MATTER.exec(text)?.[1] ?? '';
}

/** Plain text that opens with front matter, as content systems export it: lines of keys and values, and nothing else. */
export function copyOfPlainText(text: string): string {
  return hasOnlyKeys(frontMatterOf(text)) ? text.replace(FRONT_MATTER, blank) : text;
}

/** A rule of dashes above a story opens no front matter. */
function hasOnlyKeys(lines: string): boolean {
  return lines !== '' && lines.split('\n').every((it) => /^(?:[\w-]+:|\s|- |#|$)/.test(it));
}
