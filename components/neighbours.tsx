import { languageOf } from '@/lib/posts/language'
import type { Post } from '@/lib/posts/post'

/** The posts before and after in time; nothing when there is only this one. */
export function Neighbours({ newer, older }: { newer: Post | null; older: Post | null }) {
  if (!newer && !older) return null
  return (
    <nav className="pn" aria-label="Newer and older posts">
      {older && (
        <a href={`/posts/${older.slug}`}>
          <small>Older</small>
          <bdi {...languageOf(older)}>{older.title}</bdi>
        </a>
      )}
      {newer && (
        <a href={`/posts/${newer.slug}`}>
          <small>Newer</small>
          <bdi {...languageOf(newer)}>{newer.title}</bdi>
        </a>
      )}
    </nav>
  )
}
