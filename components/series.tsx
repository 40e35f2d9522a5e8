import { languageOf } from '@/lib/posts/language'
import type { Post } from '@/lib/posts/post'

type SeriesProps = {
  /** The public posts of the series, in its order. */
  series: { name: string; slug: string; posts: Post[] }
  /** The slug of the post this stands on. */
  current: string
}

/** "2 of 3 in How to unpick a jumper", for the line under a title; no numbers while it is the only part. */
export function SeriesPlace({ series, current }: SeriesProps) {
  const place = series.posts.findIndex((post) => post.slug === current) + 1
  return (
    <span>
      {series.posts.length > 1 ? `${place} of ${series.posts.length} in` : 'In'}{' '}
      <a href={`/series/${series.slug}`}>
        <bdi>{series.name}</bdi>
      </a>
    </span>
  )
}

/** The parts of the series, for the foot of each of them; nothing while there is only one. */
export function SeriesList({ series, current }: SeriesProps) {
  if (series.posts.length < 2) return null
  return (
    <nav className="series" aria-labelledby="series-h">
      <h2 id="series-h">
        <bdi>{series.name}</bdi>
      </h2>
      <ol>
        {series.posts.map((post) => (
          <li key={post.id}>
            {post.slug === current ? (
              <bdi aria-current="page" {...languageOf(post)}>
                {post.title}
              </bdi>
            ) : (
              <a href={`/posts/${post.slug}`}>
                <bdi {...languageOf(post)}>{post.title}</bdi>
              </a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
