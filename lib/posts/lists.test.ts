import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { site } from '../../content/site'
import { findPost, findPostById } from './find-post'
import { findTag } from './find-tag'
import { listPosts, listPostsToDraw } from './list-posts'
import { findSeries, listAllSeriesSlugs, listSeries } from './list-series'
import { listAllTagSlugs, listPostsWithTag, listTags, listTagsOf } from './list-tags'
import { plainText } from './mdx/plain-text'
import { findNeighbours } from './neighbours'
import { findPage, listPages } from './pages'
import { readTree } from './read-tree'
import { listRecommending, listSuggestions } from './suggest'

const content = await vi.hoisted(async () => (await import('./testing/content-folder')).makeContentFolder())
beforeEach(() => content.empty())
afterEach(() => vi.unstubAllEnvs())
afterAll(() => content.delete())

const now = new Date('2026-06-01T12:00:00Z')
const slugs = (posts: { slug: string }[]) => posts.map(({ slug }) => slug)

async function get(slug: string) {
  const post = await findPost(slug, now)
  if (!post) throw new Error(`no ${slug}`)
  return post
}

describe('what readers may see', () => {
  test('posts come newest first; drafts never, scheduled ones from their minute on', async () => {
    content.writePost('old', { date: '2026-01-01' })
    content.writePost('new', { date: '2026-05-01' })
    content.writePost('soon', { date: '2026-06-01T13:00' })
    content.writePost('draft', { front: 'draft: true' })
    expect(slugs(await listPosts(new Date('2026-06-01T11:59:59Z')))).toEqual(['new', 'old'])
    expect(slugs(await listPosts(new Date('2026-06-01T12:00:00Z')))).toEqual(['soon', 'new', 'old'])
    expect(await findPost('soon', new Date('2026-06-01T11:59:59Z'))).toBeNull()
    expect((await findPost('soon', now))?.slug).toBe('soon')
    expect(await findPost('draft', now)).toBeNull()
    expect(await findPostById('draft', now)).toBeNull()
  })

  test('a build draws the newest of them', async () => {
    content.writePost('old', { date: '2026-01-01' })
    content.writePost('new', { date: '2026-01-02' })
    content.writePost('soon', { date: '2099-01-01' })
    expect(slugs(await listPostsToDraw())).toEqual(['new', 'old'])
    expect(slugs(await listPostsToDraw(1))).toEqual(['new'])
  })

  test('every tag and series that will have a page before the next build is listed, and no other', async () => {
    content.writePost('a', { front: 'tags: [wool]' })
    content.writePost('b', {
      date: '2099-01-01',
      front: 'tags: [Old wool]\nseries: { name: My S, order: 1 }',
    })
    content.writePost('c', { front: 'draft: true\ntags: [secret]\nseries: { name: T, order: 1 }' })
    expect(await listAllTagSlugs()).toEqual(['old-wool', 'wool'])
    expect(await listAllSeriesSlugs()).toEqual(['my-s'])
    expect(await listTags(now)).toEqual([{ tag: 'wool', slug: 'wool', count: 1, lang: null }])
    expect(await findSeries('my-s', now)).toBeNull()
  })

  test('in development the author sees drafts and scheduled posts too, and mistakes instead of a page', async () => {
    vi.stubEnv('NODE_ENV', 'development')
    content.writePost('draft', { front: 'draft: true' })
    content.writePost('late', { date: '2099-01-01' })
    content.writePost('wrong', { body: '<Tweetible>a</Tweetible>' })
    content.writePage('about', '{x}')
    expect(slugs(await listPosts(now))).toContain('draft')
    expect((await findPost('late', now))?.slug).toBe('late')
    await expect(findPost('wrong', now)).rejects.toThrow(
      /wrong\.mdx:7:1 unknown element <Tweetible>; did you mean <Tweetable>\?$/,
    )
    await expect(findPage('about')).rejects.toThrow(/about\.mdx:6:1 an expression/)
  })

  test('a post dated just after midnight on the day the clocks change is public in that minute', async () => {
    content.writePost('night', { date: '2026-03-29T00:30' })
    expect(await findPost('night', new Date('2026-03-29T00:29:59Z'))).toBeNull()
    expect(await findPost('night', new Date('2026-03-29T00:30:00Z'))).not.toBeNull()
  })
})

describe('changes of the folder', () => {
  test('a new, an edited and a removed file are seen without a restart', async () => {
    content.writePost('a', {})
    expect((await get('a')).title).toBe('a')
    content.writePost('a', { title: 'Another title' })
    content.writePost('b', {})
    expect((await get('a')).title).toBe('Another title')
    content.remove('posts/a.mdx')
    expect(slugs(await listPosts(now))).toEqual(['b'])
  })

  test('an id stays when the slug changes', async () => {
    content.writePost('new-name', { front: 'id: first-name' })
    expect((await findPostById('first-name', now))?.slug).toBe('new-name')
  })

  test('the text is the MDX below the front matter', async () => {
    content.writePost('a', { body: 'Words.\r\n\r\n---\r\n\r\nMore.' })
    const { children } = await readTree(await get('a'))
    expect(children.map(({ type }) => type)).toEqual(['paragraph', 'thematicBreak', 'paragraph'])
    expect(children.map((child) => plainText(child))).toEqual(['Words.', '', 'More.'])
  })
})

describe('tags and series', () => {
  test('tags of one slug are one tag, the most used first, spelled as last', async () => {
    content.writePost('a', { date: '2026-01-01', front: 'tags: [Old Wool, zeal]' })
    content.writePost('b', { date: '2026-02-01', front: 'tags: [old wool, apples]' })
    expect(await listTags(now)).toEqual([
      { tag: 'old wool', slug: 'old-wool', count: 2, lang: null },
      { tag: 'apples', slug: 'apples', count: 1, lang: null },
      { tag: 'zeal', slug: 'zeal', count: 1, lang: null },
    ])
    expect(slugs(await listPostsWithTag('old-wool', now))).toEqual(['b', 'a'])
    expect(await listPostsWithTag('none', now)).toEqual([])
  })

  test('a tag has a language of its own when all of its posts are in that one', async () => {
    content.writePost('a', { front: 'lang: ar\ntags: [one, both]' })
    content.writePost('b', { front: 'tags: [both, two]' })
    expect((await listTags(now)).map(({ tag, lang }) => [tag, lang])).toEqual([
      ['both', null],
      ['one', 'ar'],
      ['two', null],
    ])
    expect((await listTagsOf(await get('a'))).map(({ tag, lang }) => [tag, lang])).toEqual([
      ['one', 'ar'],
      ['both', null],
    ])
    expect(await findTag('one', now)).toMatchObject({ lang: 'ar' })
    expect(await findTag('both', now)).toMatchObject({ lang: null })
  })

  test('a tag is described by its address, however it is spelled', async () => {
    content.writePost('a', { front: 'tags: [WOOL, constructor, 毛糸]' })
    expect(await findTag('wool', now)).toMatchObject({ name: 'WOOL', sentence: site.tags.wool ?? null })
    expect(await findTag('constructor', now)).toMatchObject({ name: 'constructor', sentence: null })
    expect(await findTag('毛糸', now)).toMatchObject({ slug: '毛糸' })
    expect(await findTag('silk', now)).toBeNull()
  })

  test('a series has its parts in the order of their author', async () => {
    content.writePost('two', { date: '2026-01-01', front: 'series: { name: A jumper, order: 2 }' })
    content.writePost('one', { date: '2026-02-01', front: 'series: { name: A jumper, order: 1 }' })
    content.writePost('three', { date: '2099-02-01', front: 'series: { name: A jumper, order: 3 }' })
    const [series] = await listSeries(now)
    expect(series?.name).toBe('A jumper')
    expect(slugs(series?.posts ?? [])).toEqual(['one', 'two'])
  })
})

describe('what to read next', () => {
  test('neighbours are the public posts before and after', async () => {
    content.writePost('a', { date: '2026-01-01' })
    content.writePost('b', { date: '2026-01-02' })
    content.writePost('c', { date: '2099-01-01' })
    expect((await findNeighbours(await get('a'), now)).newer?.slug).toBe('b')
    expect(await findNeighbours(await get('b'), now)).toMatchObject({ newer: null, older: { slug: 'a' } })
  })

  const suggested = async (slug: string, at = now) =>
    (await listSuggestions(await get(slug), at)).map(({ post, sentence }) => [post.slug, sentence])

  test("the author's pick comes first, with its sentence, and what is alike after it", async () => {
    content.writePost('a', { front: 'tags: [moths]\nenjoy: { post: c, sentence: Because. }' })
    content.writePost('b', { front: 'tags: [moths]' })
    content.writePost('c', { front: 'tags: [moths]' })
    for (const more of ['d', 'e']) content.writePost(more, { front: 'tags: [moths]' })
    expect(await suggested('a')).toEqual([
      ['c', 'Because.'],
      ['b', null],
      ['d', null],
    ])
  })

  test('a pick that is not public yet gives way to the most alike post that is', async () => {
    content.writePost('a', { date: '2026-05-30', front: 'tags: [moths, lavender]\nenjoy: pick' })
    content.writePost('pick', { date: '2026-05-31T09:00' })
    content.writePost('late', { date: '2026-06-02', front: 'tags: [moths, lavender]' })
    content.writePost('b', { front: 'tags: [moths]' })
    content.writePost('c', { front: 'tags: [bread]', body: 'Flour, water and salt.' })
    expect(await suggested('a', new Date('2026-05-30T12:00:00Z'))).toEqual([['b', null]])
    expect(await suggested('a', new Date('2026-06-03T00:00:00Z'))).toEqual([
      ['pick', null],
      ['late', null],
      ['b', null],
    ])
  })

  test('nothing is suggested when nothing is close', async () => {
    content.writePost('a', { front: 'tags: [moths]', body: 'Lavender keeps moths away.' })
    content.writePost('b', { front: 'tags: [bread]', body: 'Flour, water, salt.' })
    expect(await suggested('a')).toEqual([])
  })

  test('a post knows the public posts that recommend it, newest first', async () => {
    content.writePost('liked', {})
    content.writePost('early', { date: '2026-01-01', front: 'enjoy: liked' })
    content.writePost('later', { date: '2026-01-02', front: 'enjoy: liked' })
    content.writePost('to-come', { date: '2099-01-01', front: 'enjoy: liked' })
    content.writePost('draft', { front: 'draft: true\nenjoy: liked' })
    const recommending = async (slug: string) =>
      (await listRecommending(await get(slug), now)).map((post) => post.slug)
    expect(await recommending('liked')).toEqual(['later', 'early'])
    expect(await recommending('early')).toEqual([])
  })
})

test('pages are listed by name', async () => {
  content.writePage('privacy', 'Words.')
  content.writePage('about', '## Who')
  expect(slugs(await listPages())).toEqual(['about', 'privacy'])
  expect((await findPage('about'))?.headings).toEqual([{ id: 'who', text: 'Who', level: 2 }])
  expect(await findPage('nothing')).toBeNull()
})
