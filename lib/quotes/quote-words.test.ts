import { expect, test } from 'vitest'
import { quoteWords } from './quote-words'

test.each([
  ['Some things you bury.', '“Some things you bury.”'],
  ['“Some things you bury.”', '“Some things you bury.”'],
  ['”من يفكّ درزةً“', '“من يفكّ درزةً”'],
  ['“It’s Saturday,” he said', '“‘It’s Saturday,’ he said”'],
  ['“Hang on,” he said, “I’ll put the kettle on”', '“‘Hang on,’ he said, ‘I’ll put the kettle on’”'],
])('%j is quoted as %j', (words, quoted) => {
  expect(quoteWords(words)).toBe(quoted)
})
