/** Word files as sources: what is copy in them, and what is refused. */

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { readDocx } from '../../server/src/corpus/formats/docx.ts';
import { UnreadableFile } from '../../server/src/files.ts';
import { configureFuzz } from '../support/fuzz.ts';
import { stet } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

configureFuzz();

function docx(body: string): Uint8Array {
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}<w:sectPr/></w:body></w:document>`;
  return zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(xml) });
}

function paragraph(...runs: readonly string[]): string {
  return `<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr>${runs.map((it) => `<w:r><w:t xml:space="preserve">${it}</w:t></w:r>`).join('')}</w:p>`;
}

function textOf(file: Uint8Array): string | undefined {
  const [item] = readDocx(file);
  return item && 'body' in item ? item.body.text : undefined;
}

test('runs are joined as they are printed, and paragraphs and cells stand apart', () => {
  const table = `<w:tbl><w:tr><w:tc>${paragraph('Yes')}</w:tc><w:tc>${paragraph('52')}</w:tc></w:tr></w:tbl>`;
  const file = docx(
    `${paragraph('Bridge opens')}${paragraph('Mayor Jane O’', 'Hara opened ', 'the bridge &amp; left.')}<w:p/>${table}`,
  );
  assert.equal(textOf(file), 'Bridge opens\n\nMayor Jane O’Hara opened the bridge & left.\n\nYes\n\n52');
});

test('what was deleted in revision is no copy, what was put in is', () => {
  const file = docx(
    '<w:p><w:r><w:t xml:space="preserve">Mayor Jane </w:t></w:r><w:del><w:r><w:delText>Smith</w:delText></w:r></w:del><w:ins><w:r><w:t>Smyth</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText><w:br/><w:t>left.</w:t></w:r></w:p>',
  );
  assert.equal(textOf(file), 'Mayor Jane Smyth\nleft.');
});

test('what is no .docx, and what would take too much memory, is refused with the reason', () => {
  const whole = docx(paragraph('Mayor Jane Smith left.'));
  for (const [file, message] of [
    [strToU8('Mayor Jane Smith left.'), 'it is no .docx, or a damaged one'],
    [new Uint8Array(), 'it is no .docx, or a damaged one'],
    [whole.subarray(0, whole.length / 3), 'it is no .docx, or a damaged one'],
    [zipSync({ 'content.xml': strToU8('<text/>') }), 'it is no .docx, or a damaged one'],
    [docx(' '.repeat(40_000_000)), 'its text is too long: .docx is read up to 16 MB of XML'],
    [
      zipSync({ 'word/document.xml': strToU8('<!DOCTYPE d [<!ENTITY a "ha">]><d>&a;</d>') }),
      'it declares XML entities of its own, and these are not read',
    ],
  ] as const)
    assert.throws(() => readDocx(file), { name: 'UnreadableFile', message });
});

test('a damaged file is read or refused, and nothing else', () => {
  const whole = docx(paragraph('Mayor Jane Smith opened the bridge.').repeat(20));
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const damaged = Uint8Array.from(whole, (byte, i) => (i === at ? byte ^ change : byte));
      try {
        readDocx(damaged);
      } catch (error) {
        assert.ok(error instanceof UnreadableFile, String(error));
      }
    }),
  );
});

test('a .docx among the sources is evidence, and a broken one is named', async () => {
  const folder = temporaryFolder();
  const wires = join(folder, 'wires');
  mkdirSync(wires);
  writeFileSync(join(wires, 'a.docx'), docx(paragraph('President Lee Jae Myung left.')));
  writeFileSync(join(wires, 'b.docx'), 'nothing');
  writeFileSync(join(folder, 'draft.txt'), 'President Lee Jae-myung left.\n');
  const { stdout } = await stet(['sources', '--sources', wires]);
  assert.match(stdout, /^1 article, .*, 1 not used\n {2}a\.docx: President Lee Jae Myung left\.\n/);
  assert.match(stdout, /b\.docx is not used: it is no \.docx, or a damaged one\.\n/);
  const args = ['check', '--sources', wires, '--format', 'json', join(folder, 'draft.txt')];
  const [finding] = JSON.parse((await stet(args)).stdout).drafts[0].findings;
  assert.deepEqual([finding.evidence[0].article, finding.evidence[0].text], ['a.docx', 'Lee Jae Myung']);
});
