/** What a server asks compromise is found while it answers others, and read with before anything is shown. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText } from '../../server/src/core/reading.ts';
import { LearningTools } from '../../server/src/learning-tools.ts';
import { tools } from '../support/tools.ts';

const STORY =
  'Multiple outlets called it “a step too far,” and waited.\n\n“So will we,” said Lee Jae Myung.\n';

/** The speakers that a reading with these tools names. */
function speakersBy(learning: LearningTools, story = STORY): (string | undefined)[] {
  const { text, quotes } = readText(story, { language: 'plaintext', tools: learning.latest });
  return quotes.map(({ speaker }) => speaker && text.slice(speaker.start, speaker.end));
}

test('tools that were asked what they did not know are others when it is found, and are asked nothing twice', async () => {
  const asked: string[] = [];
  const learning = new LearningTools(tools.names, async (clauses) => {
    asked.push(...clauses);
    return clauses.map(tools.nounPhraseAtEnd);
  });
  const { latest, revision } = learning;
  speakersBy(learning);
  assert.equal(await learning.knew(latest), false);
  assert.notEqual(learning.revision, revision);
  assert.deepEqual(speakersBy(learning), ['Multiple outlets', 'Lee Jae Myung']);
  assert.equal(await learning.knew(learning.latest), true);
  assert.equal(asked.length, 1);
});

test('whoever is asked while others wait to learn goes on with what is known', async () => {
  let find = (): void => {};
  const learning = new LearningTools(tools.names, async (clauses) => {
    await new Promise<void>((resolve) => {
      find = resolve;
    });
    return clauses.map(tools.nounPhraseAtEnd);
  });
  const { latest } = learning;
  speakersBy(learning);
  const waiting = learning.knew(latest);
  assert.equal(speakersBy(learning).at(-1), 'Lee Jae Myung');
  find();
  assert.equal(await waiting, false);
});

test('an article is read with all that is found', async () => {
  const learning = new LearningTools(tools.names, async (clauses) => clauses.map(tools.nounPhraseAtEnd));
  const { reading } = await learning.readArticle({ id: 'a', text: STORY, language: 'plaintext' });
  assert.ok(reading.quotes[0]?.speaker);
});
