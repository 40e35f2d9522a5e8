import type { LatestPost } from './comment'

/** Somebody who comes back and asked to be named for it. All of it stands under their comments already, but for the feed of their blog. */
export type Regular = {
  /** As under their newest comment. */
  name: string
  swatch: string
  /** The one they gave last; null when they never gave one. */
  website: string | null
  /** With a page that is there. */
  latestPost: (LatestPost & { url: string }) | null
  /** How many of their comments are published. */
  comments: number
  /** When the last of them was. */
  lastAt: Date
  /** The author trusts them, and so their links are links like any other. */
  isTrusted: boolean
}
