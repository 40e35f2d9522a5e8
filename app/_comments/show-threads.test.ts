import { describe, expect, test } from 'vitest'
import { site } from '@/content/site'
import type { PublicComment } from '@/lib/comments/comment'
import { showThreads } from './show-threads'

const comment: PublicComment = {
  number: 1,
  parentNumber: null,
  parentName: null,
  name: 'Wren',
  website: null,
  swatch: '0123456789abcdef',
  byAuthor: false,
  isTrusted: false,
  body: 'Words.',
  latestPost: null,
  anchor: null,
  publishedAt: new Date('2026-11-24T08:14:59.123Z'),
  editedAt: null,
  editedByAuthor: false,
  removed: false,
  waits: false,
}

const path = '/posts/a-post'

describe('showThreads', () => {
  test('carries what is drawn and nothing else', () => {
    expect(showThreads({ comments: [comment], cut: [] }, path)).toEqual([
      {
        comment: {
          number: 1,
          name: 'Wren',
          swatch: '0123456789abcdef',
          at: '2026-11-24T08:14Z',
          date: '24 Nov 2026, 08:14',
          text: [['Words.']],
        },
      },
    ])
  })

  test.each([
    [{ editedByAuthor: false, byAuthor: false }, 'Edited'],
    [{ editedByAuthor: true, byAuthor: false }, `Edited by ${site.author}`],
    // Their own words.
    [{ editedByAuthor: true, byAuthor: true }, 'Edited'],
  ])('says whose the last edit was: %j', (whose, edited) => {
    const [thread] = showThreads(
      { comments: [{ ...comment, editedAt: comment.publishedAt, ...whose }], cut: [] },
      path,
    )
    expect(thread?.comment).toMatchObject({ edited })
  })

  test('leaves only the place of a removed comment', () => {
    const gone = { ...comment, removed: true, body: 'secret', name: 'secret' }
    expect(showThreads({ comments: [gone], cut: [] }, path)).toEqual([
      { comment: { number: 1, removed: true } },
    ])
    expect(showThreads({ comments: [{ ...gone, waits: true }], cut: [] }, path)).toEqual([
      { comment: { number: 1, removed: true, waits: true } },
    ])
  })

  test('leaves the words of a latest post whose page is gone', () => {
    const latestPost = { blog: 'A blog', title: 'A post', url: null }
    const [thread] = showThreads({ comments: [{ ...comment, latestPost }], cut: [] }, path)
    expect(thread?.comment).toMatchObject({ latestPost: { blog: 'A blog', title: 'A post' } })
  })

  test('makes no link of an address that is not http(s), whoever stored it', () => {
    const latestPost = { blog: 'A blog', title: 'A post', url: 'javascript:alert(1)' }
    const [thread] = showThreads(
      {
        comments: [{ ...comment, website: 'javascript:alert(1)', latestPost }],
        cut: [],
      },
      path,
    )
    expect(thread?.comment).not.toHaveProperty('website')
    expect(thread?.comment).not.toHaveProperty('latestPost')
  })

  test('says how much of a long thread is left, at its beginning', () => {
    const reply = { ...comment, number: 2, parentNumber: 1 }
    const [thread] = showThreads(
      {
        comments: [comment, reply],
        cut: [{ rootNumber: 1, shown: 30, total: 70 }],
      },
      path,
    )
    expect(thread?.next).toEqual({
      href: '/posts/a-post/comments/thread/1/1',
      label: 'Read the whole conversation',
      note: '40 more in it',
      ask: { kind: 'thread', number: 1, from: 30 },
    })
    expect(thread?.replies?.map((each) => each.comment.number)).toEqual([2])
  })
})
