import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import type { Piece } from './cut-snippet'
import { searchPosts } from './search-posts'

const content = await vi.hoisted(async () =>
  (await import('../posts/testing/content-folder')).makeContentFolder(),
)
beforeEach(() => content.empty())
afterAll(() => content.delete())

const now = new Date('2026-06-01T12:00:00Z')

/** Hits in brackets. */
const show = (pieces: Piece[]) => pieces.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('')

test('every word that was found is marked where it stands: in the title, the text, the tags', async () => {
  content.writePost('post', { front: 'tags: [Old wool, houses]', body: 'The wool held. The houses did not.' })
  const { found } = await searchPosts('wool', now)
  expect(found.flatMap(({ tags }) => tags.map(({ pieces }) => show(pieces)))).toEqual(['Old [wool]'])
  expect(found.map(({ snippet }) => show(snippet))).toEqual(['The [wool] held. The houses did not.'])
  const [other] = (await searchPosts('post', now)).found
  expect(show(other?.title ?? [])).toMatch(/\[post\]/i)
  expect(other?.tags).toEqual([])
})

test('a tag that was found has its language where all posts with it share one', async () => {
  content.writePost('post', { front: 'lang: de\ntags: [Wolle, wool]', body: 'Sie hielt.' })
  content.writePost('other', { front: 'tags: [wool]', body: 'It held.' })
  const { found } = await searchPosts('wool wolle', now)
  const tags = found.flatMap(({ post, tags }) => (post.slug === 'post' ? tags : []))
  expect(tags.map(({ slug, lang }) => [slug, lang])).toEqual([
    ['wolle', 'de'],
    ['wool', null],
  ])
})

test('a post whose text has none of the words shows its description', async () => {
  content.writePost('post', { front: 'tags: [wool]', body: 'It held.' })
  const [first] = (await searchPosts('wool', now)).found
  expect(show(first?.snippet ?? [])).toBe(first?.post.description)
})

test('a post that waits for its day is not found, and keeps no guess away', async () => {
  content.writePost('later', { date: '2026-07-01', body: 'A chair of beech.' })
  content.writePost('now', { date: '2026-05-01', body: 'A day at the beach.' })
  const early = await searchPosts('beech', now)
  expect(early.found.map(({ post }) => post.slug)).toEqual(['now'])
  expect(early.guessed).toBe(true)
  const due = await searchPosts('beech', new Date('2026-07-02'))
  expect(due).toMatchObject({ total: 1, guessed: false, found: [{ post: { slug: 'later' } }] })
})
