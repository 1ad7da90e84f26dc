/** `stet.yaml`: the schema that editors are given, and what the parser says of the same files. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { deskSchema } from '../../server/src/core/desk-schema.ts';
import { rules } from '../../server/src/core/rules/index.ts';
import { parseDeskSettings } from '../../server/src/core/settings.ts';
import { assertGolden } from '../support/golden.ts';

const SCHEMA = 'syntaxes/stet.schema.json';
const ids = rules.map((it) => it.id);
const isValid = new Ajv({ allErrors: true }).compile(deskSchema(rules));

/** What the parser has to say of a file. */
const complaintsOf = (text: string) => parseDeskSettings(parse(text, { schema: 'core' }), ids).complaints;

test('the extension ships the schema, and contributes it for stet.yaml', () => {
  assertGolden(SCHEMA, `${JSON.stringify(deskSchema(rules), undefined, 2)}\n`);
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
  assert.deepEqual(contributes.yamlValidation, [{ fileMatch: 'stet.yaml', url: `./${SCHEMA}` }]);
});

test('what the schema has is understood', () => {
  const file = `
sources: [wires/**/*.txt, ../archive]
drafts: [stories]
written-for: 2026-01-05
house-forms:
  - Kim Jong Un
  - { form: Kyiv, accept: [Kyiv Oblast], instead-of: [Kiev] }
not-the-same-as:
  - [Lee Jae-mook, Lee Jae-myung]
dialect: british
style: { marks: curly }
rules:
  quote/trimmed: hint
decisions:
  - { draft: a.txt, rule: date/impossible, words: April 31, before: on, after: at noon }
  - { checked: quote, words: "“yes”", by: ada, on: 2026-01-05 }
`;
  assert.ok(isValid(parse(file, { schema: 'core' })), JSON.stringify(isValid.errors));
  assert.deepEqual(complaintsOf(file), []);
  const { value } = parseDeskSettings(parse(file, { schema: 'core' }), ids);
  assert.deepEqual(value.houseForms, [
    { form: 'Kim Jong Un', accept: [], insteadOf: [] },
    { form: 'Kyiv', accept: ['Kyiv Oblast'], insteadOf: ['Kiev'] },
  ]);
  assert.deepEqual([value.dialect, value.marks], ['british', 'curly']);
  assert.deepEqual(value.notTheSame, [['Lee Jae-mook', 'Lee Jae-myung']]);
});

const MISTAKEN: readonly (readonly [file: string, complaint: string])[] = [
  ['sources: wires', 'stet.yaml: sources is "wires"; it can be a list of texts.'],
  ['drafts: [1]', 'stet.yaml: drafts is [1]; it can be a list of texts.'],
  ['written-for: soon', 'stet.yaml: written-for is "soon"; it can be a day such as 2026-01-04.'],
  ['house-forms: Kyiv', 'stet.yaml: house-forms is "Kyiv"; it can be a list.'],
  [
    'house-forms: [{ accept: [Kiev] }]',
    'stet.yaml: house-forms has {"accept":["Kiev"]}; it can be a name, or “form” with lists of names as “accept” and “instead-of”.',
  ],
  [
    'house-forms: [{ form: Kyiv, instead-of: Kiev }]',
    'stet.yaml: house-forms has {"form":"Kyiv","instead-of":"Kiev"}; it can be a name, or “form” with lists of names as “accept” and “instead-of”.',
  ],
  [
    'not-the-same-as: [[Kim]]',
    'stet.yaml: not-the-same-as has ["Kim"]; it can be a list of two names or more.',
  ],
  ['dialect: Scots', 'stet.yaml: dialect is "Scots"; it can be british or american.'],
  ['style: { marks: round }', 'stet.yaml: style: marks is "round"; it can be straight or curly.'],
  ['style: { ink: black }', 'stet.yaml: style has “ink”; it can have marks.'],
  ['rules: { name/nonsense: off }', 'stet.yaml: rules: there is no rule “name/nonsense”.'],
  [
    'rules: { date/impossible: loud }',
    'stet.yaml: rules: date/impossible is "loud"; it can be off, hint, information, warning, error.',
  ],
  [
    'decisions: [{ rule: date/impossible }]',
    'stet.yaml: decisions has {"rule":"date/impossible"}; it needs “words”.',
  ],
  [
    'decisions: [{ words: x }]',
    'stet.yaml: decisions has {"words":"x"}; it needs “rule”, or “checked” with name, date or quote.',
  ],
  [
    'nonsense: 1',
    'stet.yaml: “nonsense” is not a key that Stet knows (sources, drafts, written-for, house-forms, not-the-same-as, dialect, style, rules, decisions).',
  ],
];

test('what the schema does not have, the parser says in a sentence', () => {
  for (const [file, complaint] of MISTAKEN) {
    assert.ok(!isValid(parse(file, { schema: 'core' })), file);
    assert.deepEqual(complaintsOf(file), [complaint]);
  }
});
