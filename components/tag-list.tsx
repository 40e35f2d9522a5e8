import { languageOf } from '@/lib/posts/language'
import type { Tag } from '@/lib/posts/list-tags'

type TagListProps = {
  tags: Tag[]
  /** How many posts there are in all: shown first, as the place the reader is in. */
  all?: number
  label?: string
}

/** Chips that lead to the pages of tags, each with its number of posts. Nothing when there are no tags. */
export function TagList({ tags, all, label = 'Tags' }: TagListProps) {
  if (tags.length === 0) return null
  return (
    <ul className="tags" aria-label={label}>
      {all !== undefined && (
        <li>
          <a className="tag" href="/archive" aria-current="page">
            All<b>{all}</b>
          </a>
        </li>
      )}
      {tags.map(({ tag, slug, count, lang }) => (
        <li key={slug}>
          <a className="tag" href={`/tags/${slug}`}>
            {lang === null ? tag : <span {...languageOf({ lang })}>{tag}</span>}
            <b>{count}</b>
          </a>
        </li>
      ))}
    </ul>
  )
}
