/** Which names may be one person's. The pairs are public people of several countries, or made up. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blockingKeys, compareNames } from '../../../server/src/core/names/compare.ts';

const SAME: readonly (readonly [a: string, b: string, kind: string])[] = [
  ['Ronald “Bato” dela Rosa', 'Ronald dela Rosa', 'nickname'],
  ['William "Bill" O’Brien', 'William Obrien', 'case'],
  ['Lee Jae Myung', 'Lee Jae Myung', 'identical'],
  ['Ann Hartley KC', 'Ann Hartley', 'identical'],
  ['Lee Jae Myung', 'Lee Jae-myung', 'hyphenation'],
  ['Lee Jae-myung', 'Lee Jaemyung', 'hyphenation'],
  ['Hewlett Packard', 'HewlettPackard', 'spacing'],
  ['Ian MacDonald', 'Ian Macdonald', 'case'],
  ['António Guterres', 'Antonio Guterres', 'diacritics'],
  ['J.K. Rowling', 'JK Rowling', 'initials'],
  ['John F. Kennedy', 'John Kennedy', 'initials'],
  ['Robert Hawke', 'Bob Hawke', 'nickname'],
  ['Sanae Takaichi', 'Takaichi Sanae', 'order'],
  ['Choi Hyung-du', 'Choe Hyong Du', 'transliteration'],
  ['Sergey Lavrov', 'Sergei Lavrov', 'transliteration'],
  ['Qassem Soleimani', 'Qasem Soleimani', 'transliteration'],
  ['Volodymyr Zelensky', 'Volodymyr Zelenskiy', 'transliteration'],
  ['Manasseh Damukana Sogavare', 'Manasseh Sogavare', 'subset'],
  ['Lim O-kyeong', 'Lim Okyeong', 'hyphenation'],
  ['Park Geun-hye', 'Pak Kun-hye', 'transliteration'],
  ['Thae Chol Ri', 'T’ae-Ch’o’l Ri', 'transliteration'],
  ['Dong-hoon Han', 'Han Dong-hoon', 'order'],
  ['Shi Yu Hua', 'Yuhua Shi', 'order'],
  ['Xi Jinping', 'Hsi Chin-p’ing', 'transliteration'],
  ['Eddie Ng', 'Eddie Ng Hak-kim', 'subset'],
  ['Zelensky', 'Zelenskyy', 'transliteration'],
  ['Volodymyr Zelensky', 'Vladimir Zelenskiy', 'transliteration'],
  ['Alexander Lukashenko', 'Aliaksandr Lukashenka', 'transliteration'],
  ['Viktor Yanukovych', 'Victor Yanukovich', 'transliteration'],
  ['Muammar Gaddafi', 'Moammar Gadhafi', 'transliteration'],
  ['Gaddafi', 'Qaddafi', 'transliteration'],
  ['Osama bin Laden', 'Usama bin Laden', 'transliteration'],
  ['Abdel Fattah el-Sisi', 'Abdulfattah Al-Sisi', 'transliteration'],
  ['Bashar al-Assad', 'Bashar Assad', 'subset'],
  ['Andrés Manuel López Obrador', 'Andres Lopez Obrador', 'subset'],
  ['Gerhard Schröder', 'Gerhard Schroeder', 'transliteration'],
  ['Lindsey Graham', 'Lindsay Graham', 'transliteration'],
  ['Alvin Bragg', 'Alvin L. Bragg Jr.', 'subset'],
];

const DIFFERENT: readonly (readonly [a: string, b: string])[] = [
  ['Lee Jae-myung', 'Lee Jae-mook'],
  ['Kim Jong Un', 'Kim Jong Il'],
  ['Kim Jong Un', 'Kim Yo Jong'],
  ['Li Qiang', 'Li Keqiang'],
  ['Li Qiang', 'Li Qian'],
  ['Nguyễn Văn Phúc', 'Nguyễn Xuân Phúc'],
  ['Michael Steel', 'Michael Steele'],
  ['Joe Biden', 'Jill Biden'],
  ['Ali Khamenei', 'Ruhollah Khomeini'],
  ['Roberts', 'Robert S.'],
  ['Donald Trump Jr', 'Donald Trump III'],
  ['Alvin Bragg', 'Alan Bragg Jr.'],
  ['Rand Paul', 'Ron Paul'],
  ['Krystal Ball', 'Crystal Ball'],
  ['John Larson', 'Joan Larsen'],
  ['Michael Brune', 'Michael Barone'],
  ['Dean Heller', 'Dan Holler'],
  ['Boris Johnson', 'Boris Johnston'],
  ['James Maloney', 'James Mahoney'],
  ['Jon Stewart', 'John Stuart'],
  ['Khamenei', 'Khomeini'],
  ['Ayatollah Khamenei', 'Ayatollah Khomeini'],
  ['Kim Young-woo', 'Kim Yong-woo'],
  ['Kim Sung-won', 'Kim Seung-won'],
  ['Wang Ping', 'Wang Feng'],
  ['Valentina Ivanova', 'Valentin Ivanov'],
  ['Aleksander Małachowski', 'Aleksandra Małachowska'],
  ['Rana Riaz Ahmad', 'Raja Riaz Ahmad'],
  ['Orhan Pamuk', 'Burhan Pamuk'],
];

for (const [a, b, kind] of SAME) {
  test(`${a} may be ${b}: ${kind}`, () => {
    const there = compareNames(a, b);
    assert.deepEqual([there.same, there.kind], [true, kind]);
    assert.deepEqual(compareNames(b, a), there);
  });
}

for (const [a, b] of DIFFERENT) {
  test(`${a} is not ${b}`, () => {
    assert.equal(compareNames(a, b).same, false);
    assert.equal(compareNames(b, a).same, false);
  });
}

test('spellings of one name meet in an index', () => {
  for (const [a, b] of SAME) {
    const keys = new Set(blockingKeys(a));
    assert.ok(
      blockingKeys(b).some((it) => keys.has(it)),
      `${a} and ${b} share no key`,
    );
  }
});

test('odd names are compared without a throw', () => {
  const odd = [
    '',
    ' ',
    '-',
    '.',
    '’',
    '🙂',
    '\u202eLee',
    'a'.repeat(10_000),
    'Lee '.repeat(200),
    '\ud800',
    'Иван',
    '李在明',
  ];
  for (const a of odd) {
    for (const b of odd) assert.equal(compareNames(a, b).same, compareNames(b, a).same);
    assert.equal(compareNames(a, a).kind, 'identical');
  }
});
