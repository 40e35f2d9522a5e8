import type { CSSProperties } from 'react'
import { languageOf } from '@/lib/posts/language'
import { layWall, type Patch } from '@/lib/quotes/lay-wall'
import type { WallQuote } from '@/lib/quotes/list-wall'
import { sentencePath } from '@/lib/quotes/quote-address'
import { shareLinks } from '@/lib/quotes/share-links'
import { seedHash } from '@/lib/stitches/seed-hash'
import { weavePath, weaveSide } from '@/lib/stitches/weave'
import './quilt.css'

/** A few cloths are woven once and cut to every size: one alone is a kilobyte. */
const weaves = ['warp', 'weft', 'selvedge'].map((name) => ({
  id: `w-${name}`,
  path: weavePath(seedHash(name)),
}))

/** Quotes as a patchwork; `siteUrl` is where this site stands, for addresses that leave it. */
export function Quilt({ quotes, siteUrl }: { quotes: WallQuote[]; siteUrl: string }) {
  const patches = layWall(quotes.map((quote) => ({ quote, text: quote.text, dye: quote.post.dye })))
  return (
    <>
      <svg width="0" height="0" aria-hidden="true">
        {weaves.map(({ id, path }) => (
          <symbol
            key={id}
            id={id}
            viewBox={`0 0 ${weaveSide} ${weaveSide}`}
            preserveAspectRatio="xMidYMid slice"
          >
            <path d={path} />
          </symbol>
        ))}
      </svg>
      <ul className="quilt wide">
        {patches.map((patch, index) =>
          patch.piece ? (
            <li
              key={`${patch.piece.quote.post.slug} ${patch.piece.quote.number}`}
              className={`patch sewn ${patch.size} dye-${patch.dye}`}
              style={spansOf(patch)}
            >
              <QuotePatch quote={patch.piece.quote} siteUrl={siteUrl} />
            </li>
          ) : (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: plain cloth is nothing but its place
              key={index}
              className={`patch plain dye-${patch.dye}`}
              style={spansOf(patch)}
              aria-hidden="true"
            >
              <svg aria-hidden="true">
                <use href={`#${weaves[index % weaves.length]?.id}`} />
              </svg>
            </li>
          ),
        )}
      </ul>
    </>
  )
}

function QuotePatch({ quote, siteUrl }: { quote: WallQuote; siteUrl: string }) {
  const { post, text, tweet, via, withUrl } = quote
  const { x } = shareLinks({ text: tweet, url: withUrl ? `${siteUrl}/posts/${post.slug}` : null, via })
  return (
    <figure aria-label="Quote" dir={languageOf(post).dir}>
      <blockquote {...languageOf(post)}>
        <p>{text}</p>
      </blockquote>
      <figcaption>
        <a href={sentencePath(post, quote)} {...languageOf(post)}>
          {post.title}
        </a>
        <a href={x} rel="noopener" aria-label={`Click to Tweet: ${beginningOf(text)}`}>
          Click to Tweet
        </a>
      </figcaption>
    </figure>
  )
}

/** Enough of the words to tell one link from the next. */
function beginningOf(text: string): string {
  const words = text.split(' ')
  return words.length <= 8 ? text : `${words.slice(0, 8).join(' ')}…`
}

type Spans = CSSProperties & { '--columns': number; '--rows': number }

function spansOf({ width, rows }: Patch<unknown>): Spans {
  return { '--columns': width, '--rows': rows }
}
