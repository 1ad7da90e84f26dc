/** The checkers and readers of prose that Stet is timed beside, each as a function of a text. */

const writeGood = async () => {
  const { default: lint } = await import('write-good');
  return (text) => lint(text);
};

/** Loads each of them; what a person would do who uses it as its documentation says. */
export const peers = {
  'chrono-node': async () => {
    const { parse } = await import('chrono-node');
    return (text) => parse(text);
  },
  'compromise, people': async () => {
    const { default: nlp } = await import('compromise');
    return (text) => nlp(text).people().json({ offset: true });
  },
  'retext-spell': async () => {
    const [{ retext }, { default: spell }, { default: dictionary }] = await Promise.all([
      import('retext'),
      import('retext-spell'),
      import('dictionary-en'),
    ]);
    const processor = retext().use(spell, { dictionary, max: 0 });
    return (text) => processor.process(text);
  },
  'cspell-lib': async () => {
    const { spellCheckDocument } = await import('cspell-lib');
    return (text) =>
      spellCheckDocument(
        { uri: 'file:///copy.txt', text, languageId: 'plaintext', locale: 'en' },
        { noConfigSearch: true, generateSuggestions: false },
        { suggestionsLimit: 0 },
      );
  },
  'write-good': writeGood,
  alex: async () => {
    const { text: check } = await import('alex');
    return (text) => check(text);
  },
  'harper.js': async () => {
    const { LocalLinter } = await import('harper.js');
    const { binaryInlined } = await import('harper.js/binaryInlined');
    const linter = new LocalLinter({ binary: binaryInlined });
    await linter.setup();
    return (text) => linter.lint(text);
  },
};
