import { html } from '../text/html.ts';

/** How the sheet looks. A theme of VS Code gives its colours as variables; without one they are light or dark by preference. */
export const STYLE = html`
:root { color-scheme: light dark; }
.vscode-light { color-scheme: light; }
.vscode-dark { color-scheme: dark; }
body {
  --ink: var(--vscode-editor-foreground, light-dark(#1f1f1f, #e6e6e6));
  --paper: var(--vscode-editor-background, light-dark(#ffffff, #1f1f1f));
  --minor: var(--vscode-descriptionForeground, light-dark(#5a5a5a, #b4b4b4));
  --link: var(--vscode-textLink-foreground, light-dark(#005fb8, #6cb6ff));
  --line: var(--vscode-contrastBorder, var(--vscode-editorWidget-border, light-dark(#c8c8c8, #4a4a4a)));
  --mark: var(--vscode-editorWarning-foreground, light-dark(#8a5a00, #e2b340));
  margin: 0;
  padding: 1.5rem 2rem 4rem;
  max-width: 80rem;
  color: var(--ink);
  background: var(--paper);
  font: max(0.875rem, var(--vscode-font-size, 1rem))/1.5 var(--vscode-font-family, system-ui, sans-serif);
}
h1, h2, h3 { line-height: 1.25; font-weight: 600; }
h1 { font-size: 1.75rem; margin: 0 0 0.5rem; }
h2 { font-size: 1.375rem; margin: 2.5rem 0 0.5rem; padding-top: 1rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
h3 { font-size: 1.125rem; margin: 2rem 0 0.5rem; }
p { margin: 0.25rem 0; }
a { color: var(--link); text-decoration: underline; text-underline-offset: 0.15em; }
a:hover { color: var(--vscode-textLink-activeForeground, var(--link)); }
:focus-visible { outline: 2px solid var(--vscode-focusBorder, var(--link)); outline-offset: 2px; }
ul { margin: 0.25rem 0; padding-left: 1.25rem; }
.actions a { display: inline-block; margin-right: 1rem; padding: 0.25rem 0; }
nav ul { list-style: none; padding: 0; }
nav ul ul { display: flex; flex-wrap: wrap; gap: 0 1rem; }
nav li { color: var(--minor); }
nav a { display: inline-block; padding: 0.125rem 0; }
.frame { position: relative; overflow-x: auto; }
table { border-collapse: collapse; min-width: 100%; }
caption { text-align: left; color: var(--minor); padding: 0 0 0.5rem; }
th, td { text-align: left; vertical-align: top; padding: 0.375rem 1rem 0.375rem 0.375rem; border-bottom: 1px solid var(--line); unicode-bidi: isolate; }
thead th { border-bottom-width: 2px; white-space: nowrap; }
tbody th { font-weight: 400; min-width: 7rem; }
th:last-child, td:last-child { padding-right: 0.375rem; }
td > ul { padding-left: 1rem; }
.number { font-variant-numeric: tabular-nums; }
.differs > td:nth-of-type(2) { border-left: 3px solid var(--mark); padding-left: 0.5rem; }
.state { white-space: nowrap; }
.sign { display: inline-block; min-width: 1.5em; font-weight: 600; }
.minor { color: var(--minor); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print { body { padding: 0; } nav, .actions { display: none; } a { color: inherit; text-decoration: none; } .frame { overflow: visible; } }
`;
