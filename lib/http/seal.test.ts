import { expect, test } from 'vitest'
import { openSeal, seal } from './seal'

test.each(['id', '', 'with.dots. and spaces', '{"verb":"publish"}', '雨'])(
  '%j comes back as it was',
  (text) => {
    expect(openSeal('key', seal('key', text))).toBe(text)
    expect(openSeal('other key', seal('key', text))).toBeNull()
  },
)

const sealed = seal('key', 'id')

test.each([
  '',
  '.',
  'id',
  'id.',
  '.seal',
  'id.seal',
  `x${sealed}`,
  `${sealed}.x`,
  `${sealed}x`,
  sealed.slice(0, -1),
  seal('other key', 'id'),
])('%j was never sealed', (forged) => expect(openSeal('key', forged)).toBeNull())
