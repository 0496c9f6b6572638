// Leaves the sentences of error messages out of mutation testing: they are for people and may change, while the code of an
// error and the field that it names are what hosts rely on, and stay in.

/** Which argument is the sentence. */
const SENTENCE_AT = { RatingError: 2, malformed: 1, need: 3, needList: 2, needObject: 2, unexpected: 2 };

const isSentence = ({ listKey, key, parent }) => listKey === 'arguments' && SENTENCE_AT[parent.callee?.name] === key;

export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'messages',
    value: { shouldIgnore: (path) => (isSentence(path) ? 'the sentence of an error message' : undefined) },
  },
];
