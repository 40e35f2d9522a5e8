import type { ReactNode } from 'react'
import { CopyButton } from '@/components/copy-button'
import { MastodonShare } from '@/components/mastodon-share'
import { PlainWords } from '@/components/plain-words'
import type { Quote } from '@/lib/posts/post'
import { shareLinks } from '@/lib/quotes/share-links'

type TweetableProps = {
  quote: Quote
  /** The canonical address of the post, which X is given. */
  url: string
  /** The address of the quote's own page: a network that draws a card from it shows the words. */
  quoteUrl: string
  /** The marks before and after the words. */
  marks: [opens: string, closes: string]
  children: ReactNode
}

/** A sentence on a card of its own, to be shared with one click. */
export function Tweetable({ quote, url, quoteUrl, marks: [opens, closes], children }: TweetableProps) {
  const { x } = shareLinks({ text: quote.tweet, url: quote.withUrl ? url : null, via: quote.via })
  const links = shareLinks({ text: quote.tweet, url: quote.withUrl ? quoteUrl : null })
  return (
    <figure className="pull sewn" id={`q-${quote.number}`} aria-label="Quote">
      <blockquote aria-hidden={quote.repeated || undefined}>
        <p>
          {opens}
          {children}
          {closes}
        </p>
      </blockquote>
      <figcaption>
        <fieldset aria-label="Share this quote">
          <a className="btn btn-1" href={x} rel="noopener">
            Click to Tweet
          </a>
          <details>
            <summary className="quiet">Share elsewhere</summary>
            <ul>
              <li>
                <a className="quiet" href={links.bluesky} rel="noopener">
                  Bluesky
                </a>
              </li>
              <li>
                <a className="quiet" href={links.threads} rel="noopener">
                  Threads
                </a>
              </li>
              <li className="scripted">
                <MastodonShare text={links.plain} />
              </li>
              <li className="scripted">
                <CopyButton text={links.plain} label="Copy the words" />
              </li>
            </ul>
            <PlainWords text={links.plain} label="The words and the address, to copy" />
          </details>
        </fieldset>
      </figcaption>
    </figure>
  )
}
