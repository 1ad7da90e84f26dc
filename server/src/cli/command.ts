/** The `stet` command: which sub-command is meant, and how it ends. */

import { annotate } from './annotate.ts';
import { check } from './check.ts';
import { compare } from './compare.ts';
import { decisions } from './decisions.ts';
import { indexSources } from './index-sources.ts';
import { lookup } from './lookup.ts';
import { sources } from './sources.ts';
import { UsageError } from './usage-error.ts';
import type { ExitCode, World } from './world.ts';

const HELP = `stet: checks names, dates and quotations in news copy against source articles

  stet check [--sources PATH]... [--written-for YYYY-MM-DD]
             [--format pretty|json|jsonl|sarif|github]
             [--fail-on error|warning|information|hint|none] FILE...
      Checks drafts. FILE - is standard input. Without --sources: the sources of the nearest
      stet.yaml, else the bundled articles. Ends with 0 if nothing is at or above --fail-on
      (warning), 1 if something is, 2 for a usage error or a file that can't be read.
  stet check --watch [--sources PATH]... FILE...
      The same again whenever a draft or a source has changed, until it is stopped.
  stet check --batch FILE --format jsonl
      Checks one case a line, each with its own sources; one answer a line.
  stet decisions FILE...
      Lists the decisions of stet.yaml that hold for nothing in these drafts any more; ends
      with 1 if there are any.
  stet sources [--sources PATH]... [--format pretty|json]
      Lists the articles that drafts in this folder are checked against, and what was left out.
  stet lookup [--sources PATH]... [--format pretty|json] NAME
      Shows what the sources have for a name: spellings, roles, lines; ends with 1 if none has it.
  stet index [--sources PATH]...
      Reads the sources of drafts in this folder ahead, where they are many: what has changed
      since the last time. Kept in the cache of whoever is logged in, never beside the sources.
  stet annotate FILE...
      Shows the names, dates and quotations of texts.
  stet annotate --format jsonl
      The same for {"id","text","writtenFor"?} lines on standard input.
  stet compare --format jsonl
      Says of {"a","b"} lines on standard input whether the two could be one person's name.
  stet lsp --stdio
      The language server, for any editor.
  stet --version
  stet --help

Nothing leaves this machine.
`;

const COMMANDS: { readonly [name: string]: (args: readonly string[], world: World) => Promise<ExitCode> } = {
  check,
  annotate,
  compare,
  decisions,
  index: indexSources,
  lookup,
  sources,
  // The protocol is a third of the program, and none of the other commands' business.
  lsp: async (args, world) => (await import('./lsp.ts')).lsp(args, world),
};

/** Runs one command line. Usage errors are said on standard error; everything else that throws is a defect. */
export async function runCommand(args: readonly string[], world: World): Promise<ExitCode> {
  const [name = '--help', ...rest] = args;
  if (
    name === '--help' ||
    name === '-h' ||
    name === 'help' ||
    rest.includes('--help') ||
    rest.includes('-h')
  ) {
    world.stdout.write(HELP);
    return args.length === 0 ? 2 : 0;
  }
  if (name === '--version') {
    world.stdout.write(`${world.version}\n`);
    return 0;
  }
  try {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command) throw new UsageError(`there is no command “${name}”`);
    return await command(rest, world);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    world.stderr.write(`stet: ${error.message}. See stet --help.\n`);
    return 2;
  }
}
