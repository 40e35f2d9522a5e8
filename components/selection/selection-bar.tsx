import { createPortal } from 'react-dom'
import { fitToot, longestToot } from '@/lib/quotes/fit-toot'
import { addressLength, fitTweet, longestTweet } from '@/lib/quotes/fit-tweet'
import { mastodonShare, readServer } from '@/lib/quotes/mastodon-share'
import { quoteWords } from '@/lib/quotes/quote-words'
import { shareLinks } from '@/lib/quotes/share-links'
import { CopyButton } from '../copy-button'
import { useStored } from '../use-stored'
import { useSelectedWords } from './use-selected-words'
import './selection-bar.css'

export type SelectionBarProps = {
  title: string
  author: string
  /** Where the post stands, with the site's own address. */
  url: string
}

/** What stands beside the words in a post on a network: quotation marks round them and an address behind them. */
const beside = 2 + 1 + addressLength

/** Copy quote, Copy link and the reader's network, beside words of the post that are selected. */
export function SelectionBar({ title, author, url }: SelectionBarProps) {
  const { bar, selected } = useSelectedWords()
  if (selected === null) return null
  const { words, directive } = selected
  const link = `${url}#:~:${directive}`
  return createPortal(
    // Other words, other buttons: these say no longer that something was copied.
    <Deeds
      key={link}
      quote={`${quoteWords(words)} — ${author}, “${title}”, ${link}`}
      link={link}
      words={words}
    />,
    bar,
  )
}

type DeedsProps = { quote: string; link: string; words: string }

function Deeds({ quote, link, words }: DeedsProps) {
  const [kept] = useStored('mastodon')
  const server = kept === null ? null : readServer(kept)
  const tweet = quoteWords(fitTweet(words, longestTweet - beside))
  const toot = quoteWords(fitToot(words, longestToot - beside))
  return (
    <>
      <CopyButton text={quote} label="Copy quote" />
      <CopyButton text={link} label="Copy link" />
      {server === null ? (
        <a className="quiet" href={shareLinks({ text: tweet, url: link }).x} rel="noopener">
          Post on X
        </a>
      ) : (
        <a className="quiet" href={mastodonShare(server, `${toot} ${link}`)} rel="noopener">
          Post on Mastodon
        </a>
      )}
    </>
  )
}
