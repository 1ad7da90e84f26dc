/** Newsroom formats: file in, articles out, and the words of each found again in the file. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { placeOf } from '../../server/src/core/corpus/places.ts';
import { isoDate } from '../../server/src/core/dates/calendar.ts';
import { readArchieMl } from '../../server/src/corpus/formats/archieml.ts';
import type { FormatReader } from '../../server/src/corpus/formats/found-article.ts';
import { readHtml } from '../../server/src/corpus/formats/html.ts';
import { placesIn } from '../../server/src/corpus/formats/mapped-text.ts';
import { readNewsXml } from '../../server/src/corpus/formats/news-xml.ts';
import { readNinjs } from '../../server/src/corpus/formats/ninjs.ts';
import { UnreadableFile } from '../../server/src/files.ts';
import { configureFuzz } from '../support/fuzz.ts';

/** What a reader finds, for people to read: title, byline, outlet and day, then the copy; or the reason. */
function found(reader: FormatReader, file: string): string[] {
  return reader(file).map((it) => {
    if ('reason' in it) return it.reason;
    const { title, byline, outlet, published, body } = it;
    const copy = body.text.trim().replace(/[ \t]+$/gm, '');
    return `${[title, byline, outlet, published && isoDate(published)].map((it) => it ?? '-').join(' | ')}\n${copy}`;
  });
}

/** The line of the file, with the words marked to which the reader's text leads at these words. */
function inFile(reader: FormatReader, file: string, words: string, item = 0): string {
  const article = reader(file)[item];
  assert.ok(article && 'body' in article);
  const start = article.body.text.indexOf(words);
  assert.ok(start >= 0, `“${words}” is not in: ${article.body.text}`);
  const span = { start, end: start + words.length };
  const places = placesIn(file)(article.body);
  // A file that is the text, with all else blanked out, needs no places.
  if (!places) return `${file.slice(0, start)}[[${words}]]`.split('\n').at(-1) ?? '';
  const place = placeOf(places, span);
  const lines = file.split('\n');
  const line = lines[place.start.line] ?? '';
  if (place.end.line !== place.start.line)
    return `${line.slice(0, place.start.column)}[[${line.slice(place.start.column)}`;
  return `${line.slice(0, place.start.column)}[[${line.slice(place.start.column, place.end.column)}]]${line.slice(place.end.column)}`.trim();
}

const NINJS_1 = `{
  "uri": "urn:example:1",
  "type": "text",
  "pubstatus": "usable",
  "versioncreated": "2026-01-05T08:00:00+09:00",
  "headline": "Bridge opens",
  "byline": "By Ann Reporter",
  "copyrightholder": "The Example",
  "body_html": "<p>Mayor Jane O\\u2019Hara opened the bridge.</p><p>\\u201cIt stands,\\u201d <b>O&#8217;Hara<\\/b> said.</p>"
}`;

test('ninjs 1: markup and escapes are taken out, and the words are found again', () => {
  assert.deepEqual(found(readNinjs, NINJS_1), [
    'Bridge opens | Ann Reporter | The Example | 2026-01-05\nMayor Jane O’Hara opened the bridge.\n\n“It stands,” O’Hara said.',
  ]);
  assert.match(
    inFile(readNinjs, NINJS_1, 'opened the bridge'),
    /^"body_html": .*\[\[opened the bridge\]\]\.<\/p>/,
  );
  assert.match(inFile(readNinjs, NINJS_1, 'said.'), /O&#8217;Hara<\\\/b> \[\[said\.\]\]<\/p>"$/);
});

test('ninjs 2 and 3: bodies and headlines are lists with roles', () => {
  const two = JSON.stringify({
    standard: { name: 'ninjs', version: '2.1' },
    uri: 'urn:example:2',
    firstcreated: '2026-01-04T10:00:00Z',
    infosources: [
      { role: 'author', name: 'Ann Reporter' },
      { role: 'publisher', name: 'The Example' },
    ],
    headlines: [
      { role: 'short', value: 'Bridge' },
      { role: 'main', value: 'Bridge opens' },
    ],
    bodies: [
      { role: 'main', contenttype: 'text/html', value: '<p>Not this.</p>' },
      { role: 'main', contenttype: 'text/plain', value: 'Mayor Jane Smith spoke.\n\nShe left.' },
    ],
  });
  assert.deepEqual(found(readNinjs, two), [
    'Bridge opens | - | The Example | 2026-01-04\nMayor Jane Smith spoke.\n\nShe left.',
  ]);
  assert.match(inFile(readNinjs, two, 'She left'), /\\n\\n\[\[She left\]\]\./);
  const three = JSON.stringify({
    uri: 'urn:example:3',
    versionCreated: '2026-01-06T10:00:00Z',
    headlines: [{ value: 'Bridge shut' }],
    bodies: [
      { contentType: 'application/xhtml+xml', value: '<div><p>Mayor <i>Jane</i> Smith left.</p></div>' },
    ],
  });
  assert.deepEqual(found(readNinjs, three), ['Bridge shut | - | - | 2026-01-06\nMayor Jane Smith left.']);
});

test('what a provider cancelled or withholds is no evidence, and the other items are', () => {
  const text = { uri: 'urn:a', type: 'text', headline: 'A', body_text: 'Mayor Jane Smith spoke.' };
  const items = [
    { ...text, pubstatus: 'canceled' },
    { ...text, pubStatus: 'withheld' },
    text,
    { uri: 'urn:b', type: 'picture' },
  ];
  assert.deepEqual(found(readNinjs, JSON.stringify({ items })), [
    'it was cancelled by its provider',
    'it is withheld by its provider',
    'A | - | - | -\nMayor Jane Smith spoke.',
    'it has no text',
  ]);
});

test('JSON that is something else is refused', () => {
  for (const file of [
    '{}',
    '[]',
    'null',
    '7',
    '"text"',
    '[[[]]]',
    '{"name":"stet","version":"1.0.0"}',
    '{"items":[1,null]}',
  ])
    assert.throws(
      () => readNinjs(file),
      { message: 'it is JSON, and not the ninjs that articles come in' },
      file,
    );
  assert.throws(() => readNinjs('{"uri":'), { message: 'it is not JSON' });
  assert.deepEqual(found(readNinjs, '{"uri":"a","type":"text","headline":7,"bodies":[null,{"value":3}]}'), [
    'it has no text',
  ]);
});

const PAGE = `<!doctype html>
<html><head><title>Bridge opens - The Example</title>
<meta property="og:site_name" content="The Example">
<meta property="article:published_time" content="2026-01-05T08:00:00Z">
<meta name="author" content="Ann Reporter">
<script>var Mayor = "Jane Nobody";</script></head>
<body><nav><a href="/">Home</a></nav>
<article>
<h1>Bridge opens</h1>
<p>Mayor Jane&nbsp;Smith opened
   the <a href="/b">bridge</a> &amp; left.<br>Rain fell.</p>
<aside>More stories: Jane Smyth</aside>
<p>&ldquo;It stands,&rdquo; Smith&#39;s aide said.</p>
</article><footer>© The Example</footer></body></html>`;

test('HTML: the readable text of a page, without what stands around it', () => {
  assert.deepEqual(found(readHtml, PAGE), [
    "Bridge opens | Ann Reporter | The Example | 2026-01-05\nBridge opens\n\nMayor Jane\u00a0Smith opened the bridge & left.\nRain fell.\n\n“It stands,” Smith's aide said.",
  ]);
  assert.equal(
    inFile(readHtml, PAGE, 'bridge &'),
    'the <a href="/b">[[bridge</a> &]]amp; left.<br>Rain fell.</p>',
  );
  assert.equal(
    inFile(readHtml, PAGE, 'Rain fell'),
    'the <a href="/b">bridge</a> &amp; left.<br>[[Rain fell]].</p>',
  );
  assert.equal(
    inFile(readHtml, PAGE, 'aide said'),
    '<p>&ldquo;It stands,&rdquo; Smith&#39;s [[aide said]].</p>',
  );
});

test('HTML: a page’s JSON-LD goes first, broken JSON-LD does not matter', () => {
  const data = JSON.stringify({
    '@graph': [
      { '@type': 'WebSite', name: 'The Example' },
      {
        '@type': ['NewsArticle'],
        headline: 'Bridge opens at last',
        datePublished: '2026-01-04T23:00:00+09:00',
        author: [{ name: 'Ann Reporter' }, { name: 'Bob Writer' }],
        publisher: { '@type': 'Organization', name: 'The Example' },
        articleBody: 'Mayor Jane Smith opened the \u201cold\u201d bridge on Sunday.\nShe left.',
      },
    ],
  });
  const page = `<html><body>\n<script type="application/ld+json">{"broken</script>\n<script type="application/ld+json">${data}</script>\n<p>Teaser only.</p></body></html>`;
  assert.deepEqual(found(readHtml, page), [
    'Bridge opens at last | Ann Reporter, Bob Writer | The Example | 2026-01-04\nMayor Jane Smith opened the “old” bridge on Sunday.\nShe left.',
  ]);
  assert.match(inFile(readHtml, page, 'She left'), /Sunday\.\\n\[\[She left\]\]\./);
});

test('HTML: without an article element the paragraphs that stand together are the text', () => {
  const page =
    '<div><p>Menu</p></div><form><div><p>Mayor Jane Smith opened the bridge.</p><p>She left before noon.</p></div></form>';
  assert.deepEqual(found(readHtml, page), [
    '- | - | - | -\nMayor Jane Smith opened the bridge.\n\nShe left before noon.',
  ]);
  assert.throws(() => readHtml('<p>Moved.</p>'), { message: 'it is a page without an article' });
  assert.throws(() => readHtml('\u0001<<<>>>&&&;'), { message: 'it is a page without an article' });
});

const NITF = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://example.com/nitf.dtd">
<nitf><head><title>slug</title><docdata><date.release norm="20260105T083000Z"/></docdata><pubdata name="The Example"/></head>
<body><body.head><hedline><hl1>Bridge opens</hl1></hedline><byline>By Ann Reporter</byline></body.head>
<body.content>
  <p>Mayor <person>Jane Smith</person> opened
     the bridge &#x2014; at last.</p>
  <media><media.caption>A bridge</media.caption></media>
  <p>She left.</p>
</body.content></body></nitf>`;

test('NITF: the content in its order; a DTD elsewhere is not opened', () => {
  assert.deepEqual(found(readNewsXml, NITF), [
    'Bridge opens | Ann Reporter | The Example | 2026-01-05\nMayor Jane Smith opened the bridge — at last.\n\nShe left.',
  ]);
  assert.equal(inFile(readNewsXml, NITF, 'Jane Smith'), '<p>Mayor <person>[[Jane Smith]]</person> opened');
  assert.equal(inFile(readNewsXml, NITF, 'at last'), 'the bridge &#x2014; [[at last]].</p>');
});

test('NewsML-G2: each item of a message, with its status', () => {
  const item = (status: string, content: string, provider = '') =>
    `<newsItem><itemMeta>${provider}<versionCreated>2026-01-06T00:00:00Z</versionCreated><pubStatus qcode="stat:${status}"/></itemMeta>
<contentMeta><contentCreated>2026-01-05T08:00:00Z</contentCreated><by>By Ann Reporter</by><headline>Bridge opens</headline></contentMeta>
<contentSet>${content}</contentSet></newsItem>`;
  const xhtml =
    '<inlineXML contenttype="application/xhtml+xml"><h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>t</h:title></h:head><h:body><h:p>Mayor Jane Smith spoke.</h:p>\n<h:p>She left.</h:p></h:body></h:html></inlineXML>';
  const file = `<newsMessage><itemSet>${[
    item('usable', xhtml, '<provider qcode="nprov:AFP"/>'),
    item('canceled', xhtml),
    item('usable', '<remoteContent href="picture.jpg"/>'),
    item('usable', `<inlineXML>${NITF.replace(/<\?.*\n.*\n/, '')}</inlineXML>`),
  ].join('\n')}</itemSet></newsMessage>`;
  assert.deepEqual(found(readNewsXml, file), [
    'Bridge opens | Ann Reporter | AFP | 2026-01-05\nMayor Jane Smith spoke.\n\nShe left.',
    'it was cancelled by its provider',
    'it has no text of its own: its content is elsewhere',
    'Bridge opens | Ann Reporter | The Example | 2026-01-05\nMayor Jane Smith opened the bridge — at last.\n\nShe left.',
  ]);
  assert.equal(
    inFile(readNewsXml, file, 'She left'),
    '<h:p>[[She left]].</h:p></h:body></h:html></inlineXML></contentSet></newsItem>',
  );
});

test('RSS and Atom: an article for each item, the full text before the teaser', () => {
  const rss = `<rss version="2.0"><channel><title>The Example</title>
<item><title>Bridge opens</title><pubDate>Mon, 05 Jan 2026 08:00:00 GMT</pubDate><dc:creator>Ann Reporter</dc:creator>
<description>Teaser.</description><content:encoded><![CDATA[<p>Mayor Jane Smith &amp; aides left.</p>
<p>It rained.</p>]]></content:encoded></item>
<item><title>Vote</title><source url="https://example.com/">The Sample</source><description>&lt;p&gt;Mayor Jane Smith won.&lt;/p&gt;</description></item>
<item><title>Nothing</title></item></channel></rss>`;
  assert.deepEqual(found(readNewsXml, rss), [
    'Bridge opens | Ann Reporter | The Example | 2026-01-05\nMayor Jane Smith & aides left.\n\nIt rained.',
    'Vote | - | The Sample | -\nMayor Jane Smith won.',
    'it has no text',
  ]);
  assert.match(inFile(readNewsXml, rss, 'It rained'), /^<p>\[\[It rained\]\]\./);
  assert.match(inFile(readNewsXml, rss, 'Jane Smith won', 1), /&lt;p&gt;Mayor \[\[Jane Smith won\]\]\./);
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Example</title><entry><title>Bridge opens</title><updated>2026-01-05T08:00:00Z</updated>
<author><name>Ann Reporter</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Mayor Jane Smith spoke.</p></div></content></entry>
<entry><title>Vote</title><source><title>The Sample</title></source><summary type="html">&lt;b&gt;She won.&lt;/b&gt;</summary></entry></feed>`;
  assert.deepEqual(found(readNewsXml, atom), [
    'Bridge opens | Ann Reporter | The Example | 2026-01-05\nMayor Jane Smith spoke.',
    'Vote | - | The Sample | -\nShe won.',
  ]);
});

test('XML: entities of its own, broken tags, depth and other vocabularies are refused', () => {
  const bomb =
    '<!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><nitf><body.content><p>&b;</p></body.content></nitf>';
  const outside =
    '<!DOCTYPE nitf [<!ENTITY a SYSTEM "file:///etc/passwd">]><nitf><body.content>&a;</body.content></nitf>';
  for (const file of [bomb, outside, bomb.replace('<!DOCTYPE nitf [', '')])
    assert.throws(() => readNewsXml(file), {
      message: 'it declares XML entities of its own, and these are not read',
    });
  assert.throws(() => readNewsXml('<nitf><body.content><p>Mayor'), {
    message: /^it is not well-formed XML: <p> is not closed$/,
  });
  assert.throws(() => readNewsXml('<nitf><b><i></b></i></nitf>'), { message: /^it is not well-formed XML/ });
  assert.throws(() => readNewsXml('<p>'.repeat(100_000)), { message: 'its markup is nested too deeply' });
  assert.throws(() => readHtml('<div>'.repeat(100_000)), { message: 'its markup is nested too deeply' });
  for (const file of ['<svg/>', 'no markup', '<?xml version="1.0"?>', '\u0000\u0001'])
    assert.throws(() => readNewsXml(file), {
      message: 'it is XML, and neither NITF, NewsML-G2, RSS nor Atom',
    });
});

test('ArchieML: copy keeps its place, keys and what is skipped are none', () => {
  const file = `Headline: Bridge opens
byline: By Ann Reporter
publication: The Example
pubdate: 2026-01-05
slug: bridge

[+body]
Mayor Jane Smith opened the bridge.

image: bridge.jpg
text: She left.
:skip
Jane Smyth was to come.
:endskip
\\Note: it rained.
[]
credit: The Example
:ignore
Jane Smithe
`;
  const [item] = found(readArchieMl, file);
  assert.deepEqual(
    item?.split(/\n+/).map((it) => it.trim()),
    [
      'Bridge opens | Ann Reporter | The Example | 2026-01-05',
      'Mayor Jane Smith opened the bridge.',
      'She left.',
      'Note: it rained.',
    ],
  );
  assert.equal(inFile(readArchieMl, file, 'it rained'), '\\Note: [[it rained]]');
  assert.deepEqual(found(readArchieMl, 'title: Only\n'), ['it has no text']);
});

const FRAGMENTS = [
  ...[
    'Mayor Jane Smith',
    ' ',
    '\n',
    '\r\n',
    'spoke.',
    '&amp;',
    '&#8217;',
    '&nbsp;',
    '&',
    '<',
    '>',
    '"',
    "'",
    '\\',
    '\u201c',
    '\ud83d\ude00',
  ],
  ...[
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<br>',
    '<br/>',
    '<article>',
    '</article>',
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '<aside>',
  ],
  ...['<![CDATA[', ']]>', '<?xml version="1.0"?>', '<!DOCTYPE nitf>', '<script type="application/ld+json">'],
  ...['{"@type":"NewsArticle","articleBody":"', '"}', '{', '}', '[', ']', ':', ',', '\\n', '\\u2019', '\\"'],
  ...['headline: A', 'text: ', '[+body]', '[]', ':skip', ':endskip', ':ignore', ':end'],
];

/** Each reader with something around it that makes it read on. */
const WRAPPED: readonly (readonly [FormatReader, (inner: string) => string])[] = [
  [readHtml, (it) => `<article><p>It rained on all of those who had come.</p>${it}</article>`],
  [readHtml, (it) => it],
  [readNewsXml, (it) => `<nitf><body.content>${it}</body.content></nitf>`],
  [readNewsXml, (it) => `<rss><item><description>${it}</description></item></rss>`],
  [readNewsXml, (it) => `<rss><item><encoded><![CDATA[${it}]]></encoded></item></rss>`],
  [readNinjs, (it) => JSON.stringify({ type: 'text', headline: 'A', body_html: it, body_text: ' ' })],
  [readNinjs, (it) => JSON.stringify({ type: 'text', headline: 'A', body_text: it })],
  [readNinjs, (it) => `{"type":"text","body_text":"${it}"}`],
  [readArchieMl, (it) => it],
];

configureFuzz();

test('whatever a file holds, it is refused with a reason, or each letter of its copy is found in it', () => {
  const inner = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 30 }).map((it) => it.join(''));
  fc.assert(
    fc.property(inner, fc.constantFrom(...WRAPPED), (it, [reader, wrap]) => {
      const file = wrap(it);
      const lines = file.split('\n');
      for (const item of itemsOf(reader, file)) {
        if ('reason' in item) continue;
        const { text } = item.body;
        const places = placesIn(file)(item.body);
        for (const { 0: letter, index } of text.matchAll(/[A-Za-z]/g)) {
          const { start } = placeOf(places ?? [{ at: 0, line: 0, column: 0 }], {
            start: index,
            end: index + 1,
          });
          assert.equal(places ? lines[start.line]?.[start.column] : file[index], letter);
        }
      }
    }),
    { numRuns: 1_500 },
  );
});

function itemsOf(reader: FormatReader, file: string): ReturnType<FormatReader> {
  try {
    return reader(file);
  } catch (error) {
    assert.ok(error instanceof UnreadableFile, String(error));
    assert.match(error.message, /^it/);
    return [];
  }
}
