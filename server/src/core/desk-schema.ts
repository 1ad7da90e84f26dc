/** The JSON schema of `stet.yaml`, for editors that complete and validate it. The keys are those of `settings.ts`. */

import { DIALECTS, MARK_STYLES, SEVERITIES } from './model.ts';
import type { Rule } from './rule.ts';

const TEXTS = { type: 'array', items: { type: 'string' } };
const DAY = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };

/** As data, in draft 7 of JSON schema. */
export function deskSchema(rules: readonly Rule[]): object {
  const decided = {
    words: { type: 'string', description: 'The words, as printed: the decision lapses when they change.' },
    draft: {
      type: 'string',
      description: 'The one draft it holds for, relative to this file; all where it is left out.',
    },
    before: { type: 'string', description: 'For one place: the words before it.' },
    after: { type: 'string', description: 'For one place: the words behind it.' },
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'stet.yaml',
    description: 'What a desk has decided: its sources, its house forms, its rules.',
    type: 'object',
    additionalProperties: false,
    properties: {
      sources: {
        ...TEXTS,
        description:
          'Folders, files and globs of the articles that drafts are checked against, relative to this file: wires/**/*.txt, ../archive.',
      },
      drafts: {
        ...TEXTS,
        description:
          'Folders, files and globs of what Check Workspace reads; without it, all text here that is no source.',
      },
      'written-for': {
        ...DAY,
        description: 'The day of publication, by which “Tuesday” is read: 2026-01-05.',
      },
      'house-forms': {
        type: 'array',
        description: 'Spellings that the desk prefers, whatever its sources have.',
        items: {
          anyOf: [
            { type: 'string' },
            {
              type: 'object',
              additionalProperties: false,
              required: ['form'],
              properties: {
                form: { type: 'string', description: 'The preferred form.' },
                accept: { ...TEXTS, description: 'Other forms that are fine too.' },
                'instead-of': { ...TEXTS, description: 'Forms that it replaces.' },
              },
            },
          ],
        },
      },
      'not-the-same-as': {
        type: 'array',
        description: 'Names that are never taken for one: [Lee Jae-mook, Lee Jae-myung].',
        items: { ...TEXTS, minItems: 2 },
      },
      dialect: {
        enum: DIALECTS,
        description: 'The English of the drafts: by it 7/8/2026 is 7 August (british) or July 8 (american).',
      },
      style: {
        type: 'object',
        description: 'How the desk prints what can be printed in several ways.',
        additionalProperties: false,
        properties: {
          marks: {
            enum: MARK_STYLES,
            description: 'Quotation marks and apostrophes; without it any will do that are not mixed.',
          },
        },
      },
      rules: {
        type: 'object',
        description: 'How loud a rule is.',
        additionalProperties: false,
        properties: Object.fromEntries(
          rules.map(({ id, summary, severity }) => [
            id,
            { enum: ['off', ...SEVERITIES], default: severity, description: summary },
          ]),
        ),
      },
      decisions: {
        type: 'array',
        description: 'What may stand, and what is checked: written by the quick fixes, one a line, sorted.',
        items: {
          anyOf: [
            {
              type: 'object',
              additionalProperties: false,
              required: ['rule', 'words'],
              properties: { rule: { enum: rules.map((it) => it.id) }, ...decided },
            },
            {
              type: 'object',
              additionalProperties: false,
              required: ['checked', 'words', 'by', 'on'],
              properties: {
                checked: { enum: ['name', 'date', 'quote'] },
                ...decided,
                by: { type: 'string', description: 'Who has checked it.' },
                on: { ...DAY, description: 'When.' },
              },
            },
          ],
        },
      },
    },
  };
}
