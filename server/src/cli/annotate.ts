/** `stet annotate`: the names, dates and quotations of texts. */

import { parseArgs } from 'node:util';
import type { LanguageTools } from '../core/language-tools.ts';
import {
  type DateMention,
  type Entity,
  type NameMention,
  offsetsOf,
  type QuoteMention,
} from '../core/model.ts';
import { utterancesOf } from '../core/quotes/find.ts';
import { type Reading, readText } from '../core/reading.ts';
import { languageOf } from '../corpus/load-articles.ts';
import { readTextFile } from '../corpus/text-file.ts';
import { diskFiles } from '../disk/disk-files.ts';
import { UnreadableFile } from '../files.ts';
import { oneOf, parsing } from './arguments.ts';
import { asObject, dateField, textField } from './json-input.ts';
import { answerLines, readAll } from './streams.ts';
import { UsageError } from './usage-error.ts';
import type { ExitCode, World } from './world.ts';

export async function annotate(args: readonly string[], world: World): Promise<ExitCode> {
  const { values, positionals } = parsing(() =>
    parseArgs({ args: [...args], options: { format: { type: 'string' } }, allowPositionals: true }),
  );
  const tools = world.loadTools();
  if (values.format !== undefined) {
    oneOf('format', values.format, ['jsonl']);
    await answerLines(world.stdin, world.stdout, (line) => annotateLine(line, tools));
    return 0;
  }
  if (positionals.length === 0) throw new UsageError('no file is named, and no --format jsonl');
  return annotateFiles(positionals, tools, world);
}

async function annotateFiles(
  paths: readonly string[],
  tools: LanguageTools,
  world: World,
): Promise<ExitCode> {
  let unreadable = false;
  for (const path of paths) {
    try {
      const text = path === '-' ? await readAll(world.stdin) : await readTextFile(diskFiles, path);
      world.stdout.write(pretty(path, readText(text, { language: languageOf(path), tools })));
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      world.stderr.write(`stet: ${path} can't be read: ${error.message}.\n`);
      unreadable = true;
    }
  }
  return unreadable ? 2 : 0;
}

function pretty(path: string, { text, entities, dates, quotes }: Reading): string {
  const names = entities.map(
    (it) =>
      `  ${it.type}  ${it.name}  (${[...new Set(it.mentions.map((mention) => mention.text))].join(', ')})`,
  );
  const days = dates.map((it) => `  ${it.type}  ${it.text}  ${it.value}`);
  const said = quotes.map((it) => {
    const speaker = it.speaker ? text.slice(it.speaker.start, it.speaker.end) : 'no speaker';
    return `  ${speaker}  ${it.text.replace(/\s+/g, ' ')}`;
  });
  return [path, 'Names', ...names, 'Dates', ...days, 'Quotations', ...said, ''].join('\n');
}

function annotateLine(line: unknown, tools: LanguageTools): object {
  const input = asObject(line, 'the line');
  const text = textField(input, 'text');
  const requested = dateField(input, 'writtenFor');
  const reading = readText(text, { language: 'plaintext', tools, requested });
  return { id: textField(input, 'id'), ...annotations(reading) };
}

/** Annotations in the form that outside programs rely on. */
function annotations({ text, names, dates, quotes, entities }: Reading): object {
  const entityOf = new Map<NameMention, Entity>();
  for (const entity of entities) for (const mention of entity.mentions) entityOf.set(mention, entity);
  const labels = labelEntities(entities);
  return {
    names: names.map((it) => {
      const entity = entityOf.get(it);
      return {
        ...offsetsOf(it.span),
        text: it.text,
        type: it.type,
        entity: entity ? labels.get(entity) : it.text,
      };
    }),
    dates: dates.map(({ span, text: words, type, value }: DateMention) => ({
      ...offsetsOf(span),
      text: words,
      type,
      value,
    })),
    quotes: utterancesOf(quotes).flatMap((parts, utterance) =>
      parts.map((it) => jsonQuote(text, it, utterance)),
    ),
  };
}

/** Each entity's name, with a number where two share one. */
function labelEntities(entities: readonly Entity[]): ReadonlyMap<Entity, string> {
  const used = new Map<string, number>();
  return new Map(
    entities.map((it) => {
      const number = (used.get(it.name) ?? 0) + 1;
      used.set(it.name, number);
      return [it, number === 1 ? it.name : `${it.name} (${number})`];
    }),
  );
}

function jsonQuote(
  text: string,
  { span, text: words, speaker, cue }: QuoteMention,
  utterance: number,
): object {
  return {
    ...offsetsOf(span),
    text: words,
    speaker: speaker ? text.slice(speaker.start, speaker.end) : null,
    speakerStart: speaker?.start ?? null,
    speakerEnd: speaker?.end ?? null,
    cue: cue ? text.slice(cue.start, cue.end) : null,
    utterance,
  };
}
