import { expect, test } from 'vitest'
import { parseText } from './parse-text'
import { textToPlain } from './text-to-plain'

test.each([
  ['Thank *you* for **this**, and `npm start`.', 'Thank you for this, and npm start.'],
  ['One\ntwo\n\nthree', 'One\ntwo\n\nthree'],
  ['> said\n> twice\n>\n> > and before\n\nYes.', 'said\ntwice\n\nand before\n\nYes.'],
  ['[my post](https://wren.example/rain) and https://wren.example', 'my post and https://wren.example'],
  ['```\n*not* marked\n```', '*not* marked'],
  ['2 * 3 is <b>6</b>', '2 * 3 is <b>6</b>'],
  ['', ''],
])('%j is read as %j', (typed, plain) => {
  expect(textToPlain(parseText(typed))).toBe(plain)
})
