/** What a desk can set: parsed from unknown data once, with a complaint for whatever can't be used. */

import { parseIsoDate } from './dates/calendar.ts';
import {
  type CalendarDate,
  type Decision,
  DIALECTS,
  type Dialect,
  type HouseForm,
  MARK_STYLES,
  type MarkStyle,
  SEVERITIES,
  type Severity,
} from './model.ts';
import type { Severities } from './rule.ts';

/** The VS Code settings under `stet.`. */
export interface Settings {
  /** Folders, files and globs; undefined where none are set. */
  readonly sources: readonly string[] | undefined;
  readonly run: 'onType' | 'onSave';
  /** Whether the day that a relative date stands for is shown behind it, and who goes on speaking. */
  readonly showsHints: boolean;
  /** Whether a line above names and quotations says what the sources have. */
  readonly showsLenses: boolean;
  readonly severities: Severities;
  /** Who marks what as checked; undefined: whoever is logged in. */
  readonly editor: string | undefined;
}

/** What `stet.yaml` says. */
export interface DeskSettings {
  readonly sources: readonly string[] | undefined;
  /** Files, folders and globs of what is checked with the whole workspace; undefined: all text that is no source. */
  readonly drafts: readonly string[] | undefined;
  readonly writtenFor: CalendarDate | undefined;
  readonly severities: Severities;
  /** Spellings that the desk prefers to those of its sources. */
  readonly houseForms: readonly HouseForm[];
  /** Names that stand for as many people, places or bodies. */
  readonly notTheSame: readonly (readonly string[])[];
  readonly decisions: readonly Decision[];
  /** How the desk prints marks; undefined: any, as long as they are not mixed. */
  readonly marks: MarkStyle | undefined;
  /** By which dates in figures are read; undefined: by what they can only be, and else month first. */
  readonly dialect: Dialect | undefined;
}

export interface Parsed<T> {
  readonly value: T;
  /** Sentences for the editor, one for each thing that was not understood and left at its default. */
  readonly complaints: readonly string[];
}

type Json = { readonly [key: string]: unknown };

/** Reads the client's settings. Anything unknown or of the wrong type is the default, with a complaint. */
export function parseSettings(data: unknown, ruleIds: readonly string[]): Parsed<Settings> {
  const complaints: string[] = [];
  const settings = asObject(data, 'stet', complaints);
  const { run, editor } = settings;
  if (editor !== undefined && editor !== null && typeof editor !== 'string')
    complaints.push(`stet.editor is ${show(editor)}; it can be a name.`);
  if (run !== undefined && run !== null && run !== 'onType' && run !== 'onSave') {
    complaints.push(`stet.run is ${show(run)}; it can be onType or onSave.`);
  }
  const sources = parseStrings(settings.sources, 'stet.sources', complaints);
  return {
    value: {
      sources: sources?.length === 0 ? undefined : sources,
      run: run === 'onSave' ? 'onSave' : 'onType',
      showsHints: parseSwitch(settings.inlayHints, 'stet.inlayHints', complaints),
      showsLenses: parseSwitch(settings.codeLens, 'stet.codeLens', complaints),
      severities: parseSeverities(settings.rules, 'stet.rules', ruleIds, complaints),
      editor: typeof editor === 'string' && editor.trim() !== '' ? editor.trim() : undefined,
    },
    complaints,
  };
}

const DESK_KEYS = [
  'sources',
  'drafts',
  'written-for',
  'house-forms',
  'not-the-same-as',
  'dialect',
  'style',
  'rules',
  'decisions',
];

/** Reads the data of a `stet.yaml`. */
export function parseDeskSettings(data: unknown, ruleIds: readonly string[]): Parsed<DeskSettings> {
  const complaints: string[] = [];
  const desk = asObject(data, 'stet.yaml', complaints);
  for (const key of Object.keys(desk)) {
    if (!DESK_KEYS.includes(key))
      complaints.push(`stet.yaml: “${key}” is not a key that Stet knows (${DESK_KEYS.join(', ')}).`);
  }
  return {
    value: {
      sources: parseStrings(desk.sources, 'stet.yaml: sources', complaints),
      drafts: parseStrings(desk.drafts, 'stet.yaml: drafts', complaints),
      writtenFor: parseDate(desk['written-for'], complaints),
      houseForms: parseList(desk['house-forms'], 'house-forms', complaints, parseHouseForm),
      notTheSame: parseList(desk['not-the-same-as'], 'not-the-same-as', complaints, parseNames),
      severities: parseSeverities(desk.rules, 'stet.yaml: rules', ruleIds, complaints),
      marks: parseStyle(desk.style, complaints),
      dialect: parseChoice(desk.dialect, 'dialect', DIALECTS, complaints),
      decisions: parseList(desk.decisions, 'decisions', complaints, parseKnownDecision(ruleIds)),
    },
    complaints,
  };
}

/** The items of a list of `stet.yaml`; `parse` gives an item, or what one has to have that this has not. */
function parseList<T extends object>(
  data: unknown,
  key: string,
  complaints: string[],
  parse: (item: unknown) => T | string,
): readonly T[] {
  if (data === undefined || data === null) return [];
  if (!Array.isArray(data)) {
    complaints.push(`stet.yaml: ${key} is ${show(data)}; it can be a list.`);
    return [];
  }
  return data.flatMap((item: unknown) => {
    const parsed = parse(item);
    if (typeof parsed === 'object') return [parsed];
    complaints.push(`stet.yaml: ${key} has ${show(item)}; ${parsed}.`);
    return [];
  });
}

function parseHouseForm(data: unknown): HouseForm | string {
  if (typeof data === 'string' && data !== '') return { form: data, accept: [], insteadOf: [] };
  const { form, accept = [], 'instead-of': insteadOf = [] } = asObject(data, '', []);
  if (typeof form !== 'string' || form === '' || !isTexts(accept) || !isTexts(insteadOf))
    return 'it can be a name, or “form” with lists of names as “accept” and “instead-of”';
  return { form, accept, insteadOf };
}

function parseNames(data: unknown): readonly string[] | string {
  return isTexts(data) && data.length > 1 ? data : 'it can be a list of two names or more';
}

function parseKnownDecision(ruleIds: readonly string[]): (data: unknown) => Decision | string {
  return (data) => {
    const decision = parseDecision(data);
    const isUnknown = typeof decision === 'object' && 'rule' in decision && !ruleIds.includes(decision.rule);
    return isUnknown ? `there is no rule “${decision.rule}”` : decision;
  };
}

/** A decision, or what one has to have that this has not. */
export function parseDecision(data: unknown): Decision | string {
  const it = asObject(data, '', []);
  const { words, draft, before, after, rule, checked, by } = it;
  if (typeof words !== 'string') return 'it needs “words”';
  const where = {
    words,
    ...(typeof draft === 'string' ? { draft } : {}),
    ...(typeof before === 'string' || typeof after === 'string'
      ? { beside: { before: String(before ?? ''), after: String(after ?? '') } }
      : {}),
  };
  if (typeof rule === 'string') return { rule, ...where };
  if (checked !== 'name' && checked !== 'date' && checked !== 'quote')
    return 'it needs “rule”, or “checked” with name, date or quote';
  const on = typeof it.on === 'string' ? parseIsoDate(it.on) : undefined;
  if (typeof by !== 'string' || !on)
    return 'it needs “by” with a name and “on” with a day such as 2026-01-04';
  return { checked, ...where, by, on };
}

function parseStyle(data: unknown, complaints: string[]): MarkStyle | undefined {
  const style = asObject(data, 'stet.yaml: style', complaints);
  for (const key of Object.keys(style)) {
    if (key !== 'marks') complaints.push(`stet.yaml: style has “${key}”; it can have marks.`);
  }
  return parseChoice(style.marks, 'style: marks', MARK_STYLES, complaints);
}

function parseChoice<T extends string>(
  data: unknown,
  key: string,
  choices: readonly T[],
  complaints: string[],
): T | undefined {
  const choice = choices.find((it) => it === data);
  if (choice === undefined && data !== undefined && data !== null)
    complaints.push(`stet.yaml: ${key} is ${show(data)}; it can be ${choices.join(' or ')}.`);
  return choice;
}

function parseDate(data: unknown, complaints: string[]): CalendarDate | undefined {
  if (data === undefined || data === null) return undefined;
  const date = typeof data === 'string' ? parseIsoDate(data) : undefined;
  if (!date) complaints.push(`stet.yaml: written-for is ${show(data)}; it can be a day such as 2026-01-04.`);
  return date;
}

function parseSeverities(
  data: unknown,
  name: string,
  ruleIds: readonly string[],
  complaints: string[],
): Severities {
  const severities: { [rule: string]: Severity | 'off' } = {};
  for (const [id, value] of Object.entries(asObject(data, name, complaints))) {
    const severity = value === 'off' ? 'off' : SEVERITIES.find((it) => it === value);
    if (!ruleIds.includes(id)) complaints.push(`${name}: there is no rule “${id}”.`);
    else if (severity) severities[id] = severity;
    else if (value !== null)
      complaints.push(`${name}: ${id} is ${show(value)}; it can be off, ${SEVERITIES.join(', ')}.`);
  }
  return severities;
}

/** What is off until it is turned on. */
function parseSwitch(data: unknown, name: string, complaints: string[]): boolean {
  if (data !== undefined && data !== null && typeof data !== 'boolean')
    complaints.push(`${name} is ${show(data)}; it can be true or false.`);
  return data === true;
}

function parseStrings(data: unknown, name: string, complaints: string[]): readonly string[] | undefined {
  if (data === undefined || data === null) return undefined;
  if (isTexts(data)) return data;
  complaints.push(`${name} is ${show(data)}; it can be a list of texts.`);
  return undefined;
}

function isTexts(data: unknown): data is readonly string[] {
  return Array.isArray(data) && data.every((it) => typeof it === 'string');
}

function asObject(data: unknown, name: string, complaints: string[]): Json {
  if (data === undefined || data === null) return {};
  if (typeof data === 'object' && !Array.isArray(data)) return data as Json;
  complaints.push(`${name} is ${show(data)}; it can be a map of keys and values.`);
  return {};
}

function show(data: unknown): string {
  return JSON.stringify(data).slice(0, 60);
}
