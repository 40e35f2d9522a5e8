import { expect, test } from 'vitest'
import { readFrontMatter } from './front-matter'
import { postSchema } from './front-matter-schema'

const needed = 'title: A post\ndescription: About it.\ndate: 2026-01-02\n'

function messages(yaml: string): string[] {
  return readFrontMatter(yaml, postSchema).mistakes.map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  )
}

test('what an author leaves out has its usual value', () => {
  expect(readFrontMatter(needed, postSchema).data).toEqual({
    title: 'A post',
    description: 'About it.',
    date: '2026-01-02T00:00:00.000Z',
    tags: [],
    draft: false,
    comments: true,
    redirects: [],
  })
})

test('all that is missing is named at once', () => {
  expect(messages('tags: [a]\n')).toEqual([
    '2:1 "title" is missing',
    '2:1 "description" is missing',
    '2:1 "date" is missing',
  ])
})

test('a key that does not exist is shown with the one that was meant', () => {
  expect(messages(`${needed}titel: B\n`)).toEqual([
    '5:1 unknown front matter key "titel"; did you mean "title"?',
  ])
  expect(messages(`${needed}series: { name: S, order: 1, part: 2 }\n`)).toEqual([
    '5:30 unknown front matter key "series.part"',
  ])
})

test.each([
  [
    'updated: 2026-02-30',
    '5:1 "updated" must be a day that exists, written 2026-11-24 or 2026-11-24T08:30 (it is "2026-02-30")',
  ],
  ['lang: arabic', '5:1 "lang" must be a language, as in lang: ar or lang: de-AT (it is "arabic")'],
  ['draft: yes', '5:1 "draft" must be true or false'],
  ['tags: wool', '5:1 "tags" must be a list: [wool, patience]'],
  ['tags: [wool, "…"]', '5:14 "tags.1" needs at least one letter or digit'],
  ['series: { name: S, order: 0 }', '5:20 "series.order" counts from 1'],
  ['dye: red', '5:1 "dye" must be one of indigo, madder, weld, moss, vat, flax'],
  ['image: { src: /a.svg, alt: "a\\u0007b" }', '5:23 "image.alt" holds a character nobody can see'],
  ['redirects: [old]', '5:13 "redirects.0" must be an old address of this site: /2019/05/a-post'],
  ['image: { src: /a.svg }', '5:1 "image.alt" is missing'],
])('%s is a mistake', (line, message) => {
  expect(messages(`${needed}${line}\n`)).toEqual([message])
})

test.each(['a: [1', 'a: !!js/function "x"', 'a: &x [*x]', 'title: A\ntitle: B'])(
  '%j is not YAML we read',
  (yaml) => {
    const { data, mistakes } = readFrontMatter(yaml, postSchema)
    expect(data).toBeNull()
    expect(mistakes[0]?.message).toMatch(/^this is not YAML: /)
  },
)

test('a colon in a text without quotes is answered with what to do', () => {
  expect(messages('description: About it.\ntitle: Repairs: a year\n')).toEqual([
    '3:8 this is not YAML: put a text with a colon in it in quotes, as in title: "On patience: a study"',
  ])
  expect(messages(needed.replace('A post', '"Repairs: a year"'))).toEqual([])
})
