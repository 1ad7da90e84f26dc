/** HTML that is made of text: whatever is put in stands there as text, unless it was made here itself. */

/** Made by {@link html} alone, so that no text can pass for it. */
export interface Html {
  readonly html: string;
}

/** A template of HTML: texts and numbers become text, or a quoted attribute’s value; HTML stays what it is. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (string | number | Html | readonly Html[])[]
): Html {
  const filled = values.map((it, i) => htmlOf(it) + (parts[i + 1] ?? ''));
  return { html: (parts[0] ?? '') + filled.join('') };
}

function htmlOf(value: string | number | Html | readonly Html[]): string {
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  return 'html' in value ? value.html : value.map((it) => it.html).join('');
}

const ENTITIES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // HTML has no such character: parsers drop it, or the text after it.
  '\0': '\uFFFD',
};

/** The same text in HTML, between tags or in a quoted attribute. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"'\0]/g, (it) => ENTITIES[it] ?? '');
}
