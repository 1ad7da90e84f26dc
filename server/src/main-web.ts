/** Starts the language server in a web worker: one of the places that know all its concrete parts. */

import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { bundledArticles } from './bundled.ts';
import { parseNameModel } from './core/names/tagger/model.ts';
import { FolderDesk, PATIENCE } from './corpus/folder-desk.ts';
import { type FindPhrases, LearningTools } from './learning-tools.ts';
import { clientFiles } from './lsp/client-files.ts';
import type { Installed } from './lsp/protocol.ts';
import { serve } from './lsp/server.ts';
import { nounPhraseAtEnd } from './noun-phrases.ts';
import { letOthersIn } from './slices.ts';
import { version } from './version.ts';

/** The worker's own end of its way to the client. */
declare const self: DedicatedWorkerGlobalScope;

// The worker asks no network for anything: what was installed comes first of all, and the protocol after it.
self.addEventListener('message', ({ data }: MessageEvent<Installed>) => start(data), { once: true });

function start({ names, articles, folder }: Installed): void {
  const tools = new LearningTools(parseNameModel(names), findPhrasesHere);
  const connection = createConnection(
    ProposedFeatures.all,
    new BrowserMessageReader(self),
    new BrowserMessageWriter(self),
  );
  const desk = new FolderDesk({
    files: clientFiles(connection),
    readArticle: (source) => tools.readArticle(source),
    patience: PATIENCE,
    bundled: () => bundledArticles(articles, folder),
    // A browser tells nobody's name.
    user: () => 'an editor',
  });
  serve(connection, () => desk, tools, version);
}

/** On this thread, the only one there is, others are answered between two clauses. */
const findPhrasesHere: FindPhrases = async (clauses) => {
  const found = [];
  for (const it of clauses) {
    await letOthersIn();
    found.push(nounPhraseAtEnd(it));
  }
  return found;
};
