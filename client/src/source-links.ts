/**
 * Opens the sources that a hover names. Of its links VS Code follows only those of a few schemes: the others, such as those
 * of a repository that was opened without a clone, become links to the command that opens anything.
 */
import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/** The target of a link; brackets of the copy are escaped. */
const TARGET = /(?<!\\)\]\((([a-z][\w+.-]*):[^()\s]*)\)/gi;
const FOLLOWED = ['file', 'http', 'https', 'vscode-remote'];
const OPEN = 'vscode.open';

export const linkSources: Pick<Middleware, 'provideHover'> = {
  async provideHover(document, position, token, next) {
    const hover = await next(document, position, token);
    for (const it of hover?.contents ?? []) if (it instanceof vscode.MarkdownString) link(it);
    return hover;
  },
};

function link(markdown: vscode.MarkdownString): void {
  markdown.isTrusted = { enabledCommands: [OPEN] };
  markdown.value = markdown.value.replace(TARGET, (whole, uri: string, scheme: string) =>
    FOLLOWED.includes(scheme) ? whole : `](command:${OPEN}?${encodeURIComponent(JSON.stringify([uri]))})`,
  );
}
