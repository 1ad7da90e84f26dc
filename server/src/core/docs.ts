/** The documentation that the rules write: their page, and their settings for the editor's manifest. */

import { isoDate } from './dates/calendar.ts';
import { type HouseForm, SEVERITIES } from './model.ts';
import type { Example, Rule } from './rule.ts';

/** The anchor of a rule's heading, as Markdown viewers make it. */
export function ruleAnchor(id: string): string {
  return id.toLowerCase().replace(/[^\p{L}\p{N}\- ]/gu, '');
}

/** `docs/rules.md`: every rule with its reasons and its examples. */
export function rulesPage(rules: readonly Rule[]): string {
  const index = rules.map((it) => `| [${it.id}](#${ruleAnchor(it.id)}) | ${it.severity} | ${it.summary} |`);
  return [
    '# Rules',
    '',
    'Written by the rules themselves (`UPDATE=1 npm test`); what stands here is tested.',
    'In the examples, **bold** is what Stet reports.',
    '',
    '| rule | severity | says |',
    '| --- | --- | --- |',
    ...index,
    '',
    ...rules.flatMap(section),
  ].join('\n');
}

function section({ id, summary, severity, why, examples }: Rule): string[] {
  return [
    `## ${id}`,
    '',
    `${summary} Severity: ${severity}.`,
    '',
    why,
    '',
    ...examples.flatMap(exampleLines),
    '',
  ];
}

function exampleLines(example: Example): string[] {
  const copy = 'good' in example ? example.good : example.bad;
  const shown = copy.replaceAll('[[', '**').replaceAll(']]', '**').replace(/\n+/g, ' ¶ ');
  const lines = [`- ${'good' in example ? 'Not reported' : 'Reported'}: ${shown}`];
  if (example.sources)
    lines.push(...example.sources.map((it, i) => `  - Source a${i + 1}.txt: ${it.replace(/\n+/g, ' ¶ ')}`));
  if (example.houseForms) lines.push(...example.houseForms.map((it) => `  - House form: ${formLine(it)}`));
  if (example.marks) lines.push(`  - The desk prints ${example.marks} marks.`);
  if (example.writtenFor) lines.push(`  - Written for: ${isoDate(example.writtenFor)}`);
  if ('bad' in example) {
    lines.push(`  - Says: ${example.message}`);
    for (const fixed of new Set(example.fixed))
      lines.push(`  - A fix gives: ${fixed.replace(/\n+/g, ' ¶ ')}`);
  }
  return lines;
}

function formLine({ form, accept, insteadOf }: HouseForm): string {
  const others = [
    ...(accept.length > 0 ? [`accept ${accept.join(', ')}`] : []),
    ...(insteadOf.length > 0 ? [`instead of ${insteadOf.join(', ')}`] : []),
  ];
  return [form, ...others].join('; ');
}

/** The settings `stet.rules.<id>`, as the editor's manifest declares them. */
export function ruleSettings(rules: readonly Rule[]): { readonly [setting: string]: object } {
  return Object.fromEntries(
    rules.map((it) => [
      `stet.rules.${it.id}`,
      {
        type: 'string',
        enum: ['off', ...SEVERITIES],
        default: it.severity,
        scope: 'resource',
        markdownDescription: `%${textKey(it)}%`,
      },
    ]),
  );
}

/** The texts of {@link ruleSettings}, as the editor's manifest looks them up. */
export function ruleTexts(rules: readonly Rule[]): { readonly [key: string]: string } {
  return Object.fromEntries(rules.map((it) => [textKey(it), it.summary]));
}

function textKey({ id }: Rule): string {
  return `setting.rules.${id}`;
}
