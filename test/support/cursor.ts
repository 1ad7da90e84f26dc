/** One marked draft and its server: `$0` is where the editor is, and answers come back as marked copy. */

import assert from 'node:assert/strict';
import type { Location, Position, Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { mark, readFixture } from './markers.ts';
import { type StartOptions, startServer, type TestClient } from './start-server.ts';

interface AtCursor {
  readonly client: TestClient;
  readonly uri: string;
  readonly text: string;
  readonly doc: TextDocument;
  readonly position: Position;
  /** Sends a request about the place of the cursor. */
  ask<R>(method: string, params?: object): Promise<R>;
  /** The draft with marks on some ranges. */
  show(ranges: readonly Range[]): string;
  /** The draft with marks on those of some places that lie in it; the others as the ends of their addresses. */
  showPlaces(places: readonly Location[] | null): readonly string[];
}

/** Opens a draft whose text has a cursor. */
export async function atCursor(
  marked: string,
  { language = 'plaintext', ...options }: StartOptions & { readonly language?: string } = {},
): Promise<AtCursor> {
  const { text, cursor } = readFixture(marked);
  const uri = 'untitled:Untitled-1';
  const doc = TextDocument.create(uri, language, 1, text);
  const client = await startServer(options);
  await client.open(uri, text, language);
  const position = doc.positionAt(cursor ?? 0);
  const span = (it: Range) => ({ span: { start: doc.offsetAt(it.start), end: doc.offsetAt(it.end) } });
  const show = (ranges: readonly Range[]) => mark(text, ranges.map(span));
  return {
    client,
    uri,
    text,
    doc,
    position,
    ask: (method, params = {}) =>
      client.connection.sendRequest(method, { textDocument: { uri }, position, ...params }),
    show,
    showPlaces: (places) => {
      assert.ok(places);
      const here = places.filter((it) => it.uri === uri).map((it) => it.range);
      const there = places.flatMap((it) =>
        it.uri === uri
          ? []
          : `${it.uri.slice(it.uri.lastIndexOf('/') + 1, -4).slice(0, 3)}:${it.range.start.line}`,
      );
      return [show(here), ...there];
    },
  };
}
