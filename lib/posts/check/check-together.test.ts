import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { formatMistake } from '../mistake'
import { readFolder } from '../read-folder'

const content = await vi.hoisted(async () => (await import('../testing/content-folder')).makeContentFolder())
beforeEach(() => content.empty())
afterAll(() => content.delete())

async function mistakes(): Promise<string[]> {
  return (await readFolder()).mistakes.map((each) =>
    formatMistake(each).replace(`${content.folder}/posts/`, ''),
  )
}

test('a pick that does not exist is shown with the one that was meant', async () => {
  content.writePost('on-waiting', {})
  content.writePost('a', { front: 'enjoy: on-waitng' })
  content.writePost('b', { front: 'enjoy:\n  post: nothing-like-it\n  sentence: Why.' })
  expect(await mistakes()).toEqual([
    'a.mdx:5:1 "enjoy": there is no post on-waitng; did you mean on-waiting?',
    'b.mdx:5:1 "enjoy": there is no post nothing-like-it',
  ])
})

test('a post suggests neither itself nor a draft nor a post that comes later', async () => {
  content.writePost('draft', { front: 'draft: true\nenjoy: late' })
  content.writePost('late', { date: '2099-02-01' })
  content.writePost('a', { front: 'enjoy: a' })
  content.writePost('b', { front: 'enjoy: draft' })
  content.writePost('c', { front: 'enjoy: late' })
  content.writePost('later', { date: '2099-03-01', front: 'enjoy: late' })
  expect(await mistakes()).toEqual([
    'a.mdx:5:1 "enjoy": a post cannot suggest itself',
    'b.mdx:5:1 "enjoy": draft is a draft, which readers cannot see',
    'c.mdx:5:1 "enjoy": late is published later than this',
  ])
})

test('an older post may suggest a newer one that is published', async () => {
  content.writePost('new', { date: '2026-03-01' })
  content.writePost('old', { date: '2025-01-01', front: 'enjoy: new' })
  expect(await mistakes()).toEqual([])
})

test('two posts with one id would share their comments', async () => {
  content.writePost('a', {})
  content.writePost('b', { front: 'id: a' })
  expect(await mistakes()).toEqual(['b.mdx:5:1 a has the id "a" already'])
})

test('of two posts with one id the one that writes it is named, whichever file comes first', async () => {
  content.writePost('d', { front: 'id: on-waiting' })
  content.writePost('on-waiting', {})
  expect(await mistakes()).toEqual(['d.mdx:5:1 on-waiting has the id "on-waiting" already'])
})

test('of two posts that write one id the later one is named', async () => {
  content.writePost('a', { front: 'id: old' })
  content.writePost('b', { front: 'id: old' })
  expect(await mistakes()).toEqual(['b.mdx:5:1 a has the id "old" already'])
})

test('an old address redirects once, and never hides a page', async () => {
  content.writePost('a', { front: 'redirects: [/2019/a, /posts/b]' })
  content.writePost('b', { front: 'redirects: [/2019/a, /studio/x, /posts/gone]' })
  expect(await mistakes()).toEqual([
    'a.mdx:5:22 /posts/b is an address of this site now and cannot redirect',
    'b.mdx:5:13 a redirects /2019/a already',
    'b.mdx:5:22 /studio/x is an address of this site now and cannot redirect',
  ])
})

test('two parts of a series have two numbers and one name', async () => {
  content.writePost('a', { front: 'series: { name: A jumper, order: 1 }' })
  content.writePost('b', { front: 'series: { name: A jumper, order: 1 }' })
  content.writePost('c', { front: 'series: { name: a Jumper, order: 2 }' })
  expect(await mistakes()).toEqual([
    'b.mdx:5:27 a is part 1 of this series already',
    'c.mdx:5:11 this series is spelled "A jumper" elsewhere',
  ])
})

test('links lead to what readers can see by then', async () => {
  content.writePost('late', { date: '2099-02-01' })
  content.writePost('draft', { front: 'draft: true' })
  content.writePost('a', {
    front: 'tags: [Old wool]\nseries: { name: S, order: 1 }\nredirects: [/2019/a]',
    body: [
      '[1](/posts/late) [2](/posts/draft) [3](/posts/nothing)',
      '[4](/posts/b#there) [5](/posts/b#nowhere) [6](/posts/b#comments-h) [7](/posts/b/c/3)',
      '[8](/tags/old-wool) [9](/tags/old-wol) [10](/series/s) [11](/2019/a)',
      '[12](http://localhost:3000/posts/none) [13](https://elsewhere.example/posts/none)',
    ].join('\n\n'),
  })
  content.writePost('b', { body: '## There' })
  expect(await mistakes()).toEqual([
    'a.mdx:10:1 late is published later than this',
    'a.mdx:10:18 draft is a draft, which readers cannot see',
    'a.mdx:10:36 there is no /posts/nothing on this site',
    'a.mdx:12:21 b has no heading #nowhere',
    'a.mdx:14:21 there is no /tags/old-wol on this site; did you mean /tags/old-wool?',
    'a.mdx:16:1 there is no /posts/none on this site',
  ])
})

test('two words with one address are not one tag, small letters and capitals are', async () => {
  content.writePost('a', { front: 'tags: [Wool, C]' })
  content.writePost('b', { front: 'tags: [wool, C++]' })
  expect(await mistakes()).toEqual(['b.mdx:5:14 "C++" and "C" are one tag by their address, /tags/c'])
})

test('a page is read at once: it links to no post that is still to come', async () => {
  content.writePost('late', { date: '2099-02-01' })
  content.writePage('about', '[late](/posts/late)')
  expect((await mistakes())[0]).toMatch(/about\.mdx:6:1 late is published later than this$/)
})

test('a page cannot take an address of the site itself', async () => {
  content.writePage('archive', 'Words.')
  expect((await mistakes())[0]).toMatch(/archive\.mdx:1:1 \/archive is an address of the site itself/)
})
