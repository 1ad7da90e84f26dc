/** Copy of any length to measure with: the bundled articles, told again and again of other people. */

import { readdirSync, readFileSync } from 'node:fs';
import { splitParagraphs } from '../../server/src/core/text/paragraphs.ts';
import { readStructure } from '../../server/src/core/text/structure.ts';

/** The paragraphs of the bundled articles, without headlines and notices. */
const PARAGRAPHS = readdirSync('seeds')
  .sort()
  .flatMap((file) => {
    const article = readFileSync(`seeds/${file}`, 'utf8');
    const paragraphs = splitParagraphs(article);
    const { parts } = readStructure(paragraphs, article);
    return paragraphs.filter((_, i) => parts[i] === 'body').map(({ text }) => text);
  });

const CONSONANTS = 'bdfgjklmnprstvz';

/**
 * Copy of about so many words; equal arguments give equal copy, and another version shares no paragraph with it. Each time around, every name of the articles is another, and every figure, so that nothing that
 * was kept for one paragraph answers for another.
 */
export function makeCopy(words: number, version = 0): string {
  const paragraphs: string[] = [];
  for (let i = 0, count = 0; count < words; i++) {
    const round = version * 64 + Math.floor(i / PARAGRAPHS.length);
    const paragraph = retell(PARAGRAPHS[i % PARAGRAPHS.length] ?? '', round);
    paragraphs.push(paragraph);
    count += countWords(paragraph);
  }
  return `${paragraphs.join('\n')}\n`;
}

export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}

/** Moves the consonants of names, the days and the words around speech on; round 0 is the paragraph itself. */
function retell(paragraph: string, round: number): string {
  if (round === 0) return paragraph;
  return retellNames(paragraph, round)
    .replace(/(?<![\d,.])\d{1,2}(?![\d,.])/g, (day) => String(1 + ((Number(day) + round) % 28)))
    .replace(/(?<=[,.]["”] )said/g, `said in round ${round + 1}`);
}

/** Moves the consonants of names, and nothing in its place: text that was read before stays as it was read. */
export function retellNames(text: string, round: number): string {
  if (round === 0) return text;
  return text.replace(
    /(?<=[a-z,] )\p{Lu}\p{Ll}{3,}/gu,
    (name) => name[0] + moveConsonants(name.slice(1), round),
  );
}

function moveConsonants(name: string, by: number): string {
  return [...name]
    .map((it, at) => {
      const consonant = CONSONANTS.indexOf(it);
      // One place after the other counts like the digits of a number, so that no two rounds make one name.
      const step = Math.floor(by / CONSONANTS.length ** (at % 2)) % CONSONANTS.length;
      return consonant < 0 ? it : (CONSONANTS[(consonant + step) % CONSONANTS.length] ?? it);
    })
    .join('');
}
