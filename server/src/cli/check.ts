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
import { type CheckedDraft, forGithub, inJson, inWords, jsonFinding, positionOf } from './print.ts';
import { showReading } from './reading-progress.ts';
import { inSarif } from './sarif.ts';
import { answerLines, readAll } from './streams.ts';
import { UsageError } from './usage-error.ts';
import { watch } from './watch.ts';
import type { ExitCode, World } from './world.ts';

const OPTIONS = {
  sources: { type: 'string', multiple: true },
  'written-for': { type: 'string' },
  format: { type: 'string', default: 'pretty' },
  'fail-on': { type: 'string', default: 'warning' },
  batch: { type: 'string' },
  watch: { type: 'boolean' },
} as const;

export async function check(args: readonly string[], world: World): Promise<ExitCode> {
  const { values, positionals } = parsing(() =>
    parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true }),
  );
  const format = oneOf('format', values.format, ['pretty', 'json', 'jsonl', 'sarif', 'github']);
  const failOn = oneOf('fail-on', values['fail-on'], [...SEVERITIES, 'none']);
  if (values.batch !== undefined) {
    if (format !== 'jsonl') throw new UsageError('--batch needs --format jsonl');
    if (values.watch) throw new UsageError('--batch and --watch don’t go together');
    return checkBatch(values.batch, world);
  }
  if (positionals.length === 0) throw new UsageError('no file is named');
  if (values.watch && positionals.includes('-')) throw new UsageError('standard input can’t be watched');
  const requested = requestedDate(values['written-for']);
  const checkFiles = fileChecker(values.sources, requested, world);
  const look = async () => {
    const drafts = await checkFiles(positionals);
    const shown = drafts.filter((it) => it !== undefined);
    // A draft that was held against nothing must not pass for one that agrees with its sources.
    const missing = await Promise.all((values.sources ?? []).map((it) => isMissing(diskFiles, it)));
    const isWhole = shown.length === drafts.length && !missing.includes(true);
    const hasFindings = shown.some(({ findings }) => findings.some((it) => reaches(it, failOn)));
    const exitCode: ExitCode = !isWhole ? 2 : hasFindings ? 1 : 0;
    return { printed: printed(shown, format, world), exitCode };
  };
  const print = (it: string) => world.stdout.write(it);
  if (values.watch) return watch(look, print, world.untilStopped());
  const looked = await look();
  print(looked.printed);
  return looked.exitCode;
}

type Format = 'pretty' | 'json' | 'jsonl' | 'sarif' | 'github';

function printed(drafts: readonly CheckedDraft[], format: Format, { version }: World): string {
  if (format === 'pretty') return inWords(drafts);
  if (format === 'sarif') return inSarif(drafts, version);
  return format === 'github' ? forGithub(drafts) : inJson(drafts, format);
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

/**
 * Returns what checks files, one by one, as they and the sources are then. A file that can't be read is said on standard
 * error and gives undefined.
 */
export function fileChecker(
  sources: readonly string[] | undefined,
  requested: CalendarDate | undefined,
  world: World,
): (paths: readonly string[]) => Promise<(CheckedDraft | undefined)[]> {
  const tools = world.loadTools();
  const desk = new FolderDesk({ ...world.deskParts(tools), demanded: sources });
  desk.listen(showReading(world.stderr));
  const complain = complainOnce(world);
  return (paths) => {
    desk.refresh();
    return checkFiles(paths, requested, world, { tools, desk, complain });
  };
}

interface Checker {
  readonly tools: LanguageTools;
  readonly desk: FolderDesk;
  complain(complaint: string): void;
}

async function checkFiles(
  paths: readonly string[],
  requested: CalendarDate | undefined,
  world: World,
  { tools, desk, complain }: Checker,
): Promise<(CheckedDraft | undefined)[]> {
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
