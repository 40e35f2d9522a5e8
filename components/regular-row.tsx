import type { Regular } from '@/lib/comments/regular'
import { formatDate, isoDay } from '@/lib/posts/dates'
import { count } from '@/lib/words/count'
import { Avatar } from './avatar'
import { relOf } from './rel-of'
import { Tally } from './tally'
import './regulars.css'

/** Somebody who comes back: who, where they write themselves, and how often they spoke here. */
export function RegularRow({ regular }: { regular: Regular }) {
  const { name, swatch, website, latestPost, comments, isTrusted } = regular
  const rel = relOf(isTrusted)
  const lastAt = regular.lastAt.toISOString()
  return (
    <article className="regular">
      <Avatar swatch={swatch} byAuthor={false} />
      <div className="txt">
        <h2>
          <bdi>
            {website === null ? (
              name
            ) : (
              <a href={website} rel={rel}>
                {name}
              </a>
            )}
          </bdi>
        </h2>
        {latestPost && (
          <p className="say">
            Lately on <bdi>{latestPost.blog}</bdi>:{' '}
            <a href={latestPost.url} rel={rel}>
              <bdi>{latestPost.title}</bdi>
            </a>
          </p>
        )}
      </div>
      <div className="n">
        <Tally amount={comments} />
        <p className="meta">
          {count(comments, 'comment')}, last{' '}
          <time dateTime={isoDay(lastAt)}>{formatDate(lastAt, 'day')}</time>
        </p>
      </div>
    </article>
  )
}
