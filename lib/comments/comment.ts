export const commentStatuses = ['held', 'published', 'spam', 'removed'] as const

/** Held waits for the author; spam is held as probable spam; a removed comment is a tombstone or in the bin. */
export type CommentStatus = (typeof commentStatuses)[number]

export const commentSources = ['site', 'import', 'webmention'] as const

/** For how long its writer may change or delete a comment, in minutes from when it was stored. */
export const editMinutes = 15

/** For how long what was removed stays in the bin, in days. */
export const binDays = 30

/** A post of the writer's own blog, as it was read from its feed when they commented. */
export type LatestPost = {
  blog: string
  title: string
  /** Null once its page is gone, or leads to somebody else's site: its title then stands there without a link. */
  url: string | null
  /** Where the feed of that blog is, on the writer's own site; absent when it is elsewhere. No reader of the comment sees it. */
  feed?: string
  /** What its page calls itself now, which is something else altogether: it is held, and no reader sees any of it. */
  nowCalled?: string
  /** What its page called itself when the author had it shown again all the same. */
  allowedAs?: string
}

/** Where in the post a note belongs (W3C TextQuoteSelector with TextPositionSelector). */
export type Anchor = { exact: string; prefix: string; suffix: string; start: number; end: number }

/** What any reader may know of a comment. Never holds an e-mail address, a hash of one, or the id, which opens the receipt. */
export type PublicComment = {
  /** Counts per post from 1; never changes and is never given again. */
  number: number
  /** The number of the comment this one answers; null at the top of a thread. */
  parentNumber: number | null
  /** Who wrote that one; null at the top, and when it is a tombstone. */
  parentName: string | null
  name: string
  website: string | null
  /** 16 hex digits of a keyed hash of the writer: draws the avatar. */
  swatch: string
  byAuthor: boolean
  /** True when the author trusts its writer, and there is a site: finders may follow the links to it. */
  isTrusted: boolean
  /** As typed, with LF line ends. Never HTML: the renderer makes elements of it. Empty when removed. */
  body: string
  latestPost: LatestPost | null
  anchor: Anchor | null
  publishedAt: Date
  editedAt: Date | null
  /** True when the last edit was the author's, not the writer's. */
  editedByAuthor: boolean
  /** True for a tombstone: only number, place and time may be shown. */
  removed: boolean
  /** True for a tombstone that waits for the author again, as its writer changed it or the author held it. */
  waits: boolean
}
