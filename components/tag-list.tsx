type TagListProps = {
  tags: { tag: string; slug: string; count: number }[]
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
      {tags.map(({ tag, slug, count }) => (
        <li key={slug}>
          <a className="tag" href={`/tags/${slug}`}>
            {tag}
            <b>{count}</b>
          </a>
        </li>
      ))}
    </ul>
  )
}
