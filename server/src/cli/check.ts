/** `stet check`: findings for drafts. */

import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { checkDraft } from '../core/checker.ts';
import { type Article, readArticle } from '../core/corpus/article.ts';
import { buildCorpus } from '../core/corpus/corpus.ts';
import { parseIsoDate } from '../core/dates/calendar.ts';
import type { LanguageTools } from '../core/language-tools.ts';
import { type CalendarDate, type Finding, SEVERITIES } from '../core/model.ts';
import { readText, unreadParagraphs } from '../core/reading.ts';
import { isMissing } from '../corpus/find-sources.ts';
import { FolderDesk } from '../corpus/folder-desk.ts';
import { languageOf } from '../corpus/load-articles.ts';
import { readTextFile } from '../corpus/text-file.ts';
import { diskFiles, reasonOf } from '../disk/disk-files.ts';
import { UnreadableFile } from '../files.ts';
import { oneOf, parsing } from './arguments.ts';
import { asObject, dateField, textField } from './json-input.ts';
import { type CheckedDraft, jsonFinding, positionOf, printGithub, printJson, printPretty } from './print.ts';
import { printSarif } from './sarif.ts';
import { answerLines, readAll } from './streams.ts';
import { UsageError } from './usage-error.ts';
import type { ExitCode, World } from './world.ts';

const OPTIONS = {
  sources: { type: 'string', multiple: true },
  'written-for': { type: 'string' },
  format: { type: 'string', default: 'pretty' },
  'fail-on': { type: 'string', default: 'warning' },
  batch: { type: 'string' },
} as const;

export async function check(args: readonly string[], world: World): Promise<ExitCode> {
  const { values, positionals } = parsing(() =>
    parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true }),
  );
  const format = oneOf('format', values.format, ['pretty', 'json', 'jsonl', 'sarif', 'github']);
  const failOn = oneOf('fail-on', values['fail-on'], [...SEVERITIES, 'none']);
  if (values.batch !== undefined) {
    if (format !== 'jsonl') throw new UsageError('--batch needs --format jsonl');
    return checkBatch(values.batch, world);
  }
  if (positionals.length === 0) throw new UsageError('no file is named');
  const requested = requestedDate(values['written-for']);
  const drafts = await checkFiles(positionals, values.sources, requested, world);
  const shown = drafts.filter((it) => it !== undefined);
  print(shown, format, world);
  // A draft that was held against nothing must not pass for one that agrees with its sources.
  const missing = await Promise.all((values.sources ?? []).map((it) => isMissing(diskFiles, it)));
  if (shown.length < drafts.length || missing.includes(true)) return 2;
  return shown.some(({ findings }) => findings.some((it) => reaches(it, failOn))) ? 1 : 0;
}

type Format = 'pretty' | 'json' | 'jsonl' | 'sarif' | 'github';

function print(drafts: readonly CheckedDraft[], format: Format, { stdout, version }: World): void {
  if (format === 'pretty') printPretty(drafts, stdout);
  else if (format === 'sarif') printSarif(drafts, version, stdout);
  else if (format === 'github') printGithub(drafts, stdout);
  else printJson(drafts, format, stdout);
}

function requestedDate(text: string | undefined): CalendarDate | undefined {
  const date = text === undefined ? undefined : parseIsoDate(text);
  if (text !== undefined && !date)
    throw new UsageError(`--written-for is “${text}”; it can be a day such as 2026-01-04`);
  return date;
}

function reaches({ severity }: Finding, failOn: (typeof SEVERITIES)[number] | 'none'): boolean {
  return failOn !== 'none' && SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(failOn);
}

/** Checks the files one by one; a file that can't be read is said on standard error and gives undefined. */
export async function checkFiles(
  paths: readonly string[],
  sources: readonly string[] | undefined,
  requested: CalendarDate | undefined,
  world: World,
): Promise<(CheckedDraft | undefined)[]> {
  const tools = world.loadTools();
  const desk = new FolderDesk({ ...world.deskParts(tools), demanded: sources });
  const complain = complainOnce(world);
  const drafts: (CheckedDraft | undefined)[] = [];
  for (const path of paths) {
    try {
      const text = path === '-' ? await readAll(world.stdin) : await readTextFile(diskFiles, path);
      const uri = path === '-' ? 'untitled:stdin' : pathToFileURL(resolve(path)).href;
      const workspace = pathToFileURL(resolve('.')).href;
      const around = await desk.surroundingsOf(uri, {
        sources: undefined,
        severities: {},
        isTrusted: true,
        workspace,
      });
      for (const complaint of around.complaints) complain(complaint);
      const options = {
        language: languageOf(path),
        tools,
        requested,
        configured: around.writtenFor,
        dialect: around.dialect,
      };
      const draft = readText(text, options);
      const check = checkDraft(draft, around.library.corpusFor(draft), around.severities, around);
      const { comparison } = check;
      for (const { start } of unreadParagraphs(comparison.draft)) {
        complain(
          `${path}:${positionOf(text, start).line} was not read: the paragraph is longer than 50,000 characters.`,
        );
      }
      for (const { rule, error } of check.crashes) complain(`the rule ${rule} failed on ${path}: ${error}.`);
      const { sources: name, decisions, deskFile } = around;
      drafts.push({ path, text, sources: name, decisions, deskFile, ...check });
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      complain(`${path} can't be checked: ${error.message}.`);
      drafts.push(undefined);
    }
  }
  return drafts;
}

function complainOnce({ stderr }: World): (complaint: string) => void {
  const said = new Set<string>();
  return (complaint) => {
    if (said.has(complaint)) return;
    said.add(complaint);
    stderr.write(`stet: ${complaint}\n`);
  };
}

/** Answers one case a line, each with its own corpus. */
async function checkBatch(path: string, world: World): Promise<ExitCode> {
  const tools = world.loadTools();
  const input = path === '-' ? world.stdin : createReadStream(path);
  try {
    await answerLines(input, world.stdout, (line) => checkCase(line, tools));
    return 0;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    world.stderr.write(`stet: ${path} can't be read: ${reasonOf(error)}.\n`);
    return 2;
  }
}

function checkCase(line: unknown, tools: LanguageTools): object {
  const input = asObject(line, 'the case');
  const id = textField(input, 'id');
  if (!Array.isArray(input.sources)) throw new Error('“sources” is not a list');
  const articles = input.sources.map((it) => readSource(it, tools));
  const requested = dateField(input, 'writtenFor');
  const draft = readText(textField(input, 'draft'), { language: 'plaintext', tools, requested });
  const { findings } = checkDraft(draft, buildCorpus(articles), {});
  return { id, findings: findings.map((it) => jsonFinding(draft.text, it)) };
}

function readSource(data: unknown, tools: LanguageTools): Article {
  const source = asObject(data, 'a source');
  const { title } = source;
  return readArticle(
    {
      id: textField(source, 'id'),
      text: textField(source, 'text'),
      language: 'plaintext',
      title: typeof title === 'string' ? title : undefined,
      published: dateField(source, 'published'),
    },
    tools,
  );
}
