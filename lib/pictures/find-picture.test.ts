import { afterAll, expect, test, vi } from 'vitest'
import { findPicture } from './find-picture'
import { picturePath } from './picture-path'

const content = await vi.hoisted(async () =>
  (await import('../posts/testing/content-folder')).makeContentFolder(),
)
afterAll(() => content.delete())
const now = new Date('2026-06-01T12:00:00Z')

content.writePost('rain', {
  title: 'Rain',
  front: 'tags: [毛糸]\nseries: { name: A year, order: 1 }\ndye: moss',
  body: '<Tweetable>It fell *up*.</Tweetable>',
})
content.writePost('to-come', {
  date: '2099-01-01',
  front: 'tags: [later]',
  body: '<Tweetable>Soon.</Tweetable>',
})
content.writePost('greeting', { title: 'שלום, and goodbye' })
content.writePost('arabic', { front: 'lang: ar', body: '<Tweetable>HTML لمن يخيط.</Tweetable>' })
content.writePage('about', 'Words.')

function find(path: string) {
  return findPicture(picturePath(path).split('/').slice(2), now)
}

test.each([
  ['/', 'Unpicked'],
  ['/quotes', 'Sentences that held'],
  ['/about', 'about'],
  ['/posts/rain', 'Rain'],
  ['/posts/rain/quotes/1', 'It fell up.'],
  ['/tags/毛糸', '毛糸'],
  [`/tags/${encodeURI('毛糸')}`, '毛糸'],
  ['/series/a-year', 'A year'],
])('the picture of %s says %j', async (path, words) => {
  expect(await find(path)).toMatchObject({ words })
})

test('a quote is drawn on the cloth of its post', async () => {
  expect(await find('/posts/rain/quotes/1')).toMatchObject({ kind: 'quote', line: 'Rain', dye: 'moss' })
})

test('what is in a language from the right is drawn from the right, whatever its first letter is', async () => {
  expect(await find('/posts/arabic')).toMatchObject({ isFromRight: true })
  expect(await find('/posts/arabic/quotes/1')).toMatchObject({ isFromRight: true })
  expect(await find('/posts/rain')).toMatchObject({ isFromRight: false })
  expect(await find('/posts/greeting')).toMatchObject({ isFromRight: false })
})

test.each([
  '/posts/nope',
  '/posts/to-come',
  '/posts/to-come/quotes/1',
  '/tags/later',
  '/posts/rain/quotes/2',
  '/posts/rain/quotes/1/2',
  '/posts/rain/more',
  '/posts',
  '/nope',
  '/rain/about',
  '/%',
  '/__proto__',
])('there is no picture of %s', async (path) => {
  expect(await find(path)).toBeNull()
})

test('what is asked for by another ending is none', async () => {
  expect(await findPicture(['posts', 'rain'], now)).toBeNull()
  expect(await findPicture(['posts', 'rain.jpg'], now)).toBeNull()
})
