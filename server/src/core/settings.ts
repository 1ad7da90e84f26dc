/** What a desk can set: parsed from unknown data once, with a complaint for whatever can't be used. */

import { parseIsoDate } from './dates/calendar.ts';
import { type CalendarDate, type Decision, SEVERITIES, type Severity } from './model.ts';
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
}

/** What `stet.yaml` says. */
export interface DeskSettings {
  readonly sources: readonly string[] | undefined;
  /** Files, folders and globs of what is checked with the whole workspace; undefined: all text that is no source. */
  readonly drafts: readonly string[] | undefined;
  readonly writtenFor: CalendarDate | undefined;
  readonly severities: Severities;
  /** Spellings that the desk prefers to those of its sources. */
  readonly houseForms: readonly string[];
  readonly decisions: readonly Decision[];
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
  const { run } = settings;
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
    },
    complaints,
  };
}

const DESK_KEYS = ['sources', 'drafts', 'written-for', 'house-forms', 'rules', 'decisions'];

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
      houseForms: parseStrings(desk['house-forms'], 'stet.yaml: house-forms', complaints) ?? [],
      severities: parseSeverities(desk.rules, 'stet.yaml: rules', ruleIds, complaints),
      decisions: parseDecisions(desk.decisions, ruleIds, complaints),
    },
    complaints,
  };
}

function parseDecisions(
  data: unknown,
  ruleIds: readonly string[],
  complaints: string[],
): readonly Decision[] {
  if (data === undefined || data === null) return [];
  if (!Array.isArray(data)) {
    complaints.push(`stet.yaml: decisions is ${show(data)}; it can be a list.`);
    return [];
  }
  return data.flatMap((item: unknown) => {
    const decision = parseDecision(item);
    const why =
      typeof decision === 'object' && 'rule' in decision && !ruleIds.includes(decision.rule)
        ? `there is no rule “${decision.rule}”`
        : decision;
    if (typeof why === 'object') return [why];
    complaints.push(`stet.yaml: decisions has ${show(item)}; ${why}.`);
    return [];
  });
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
  if (Array.isArray(data) && data.every((it) => typeof it === 'string')) return data;
  complaints.push(`${name} is ${show(data)}; it can be a list of texts.`);
  return undefined;
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
