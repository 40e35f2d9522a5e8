import { createPortal } from 'react-dom'
import { readServer } from '@/lib/quotes/mastodon-share'
import { quoteWords } from '@/lib/quotes/quote-words'
import { sharePassage } from '@/lib/quotes/share-passage'
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
  const [host] = useStored('network')
  const server = kept === null ? null : readServer(kept)
  const { network, href } = sharePassage(words, link, { host, server })
  return (
    <>
      <CopyButton text={quote} label="Copy quote" />
      <CopyButton text={link} label="Copy link" />
      <a className="quiet" href={href} rel="noopener">
        Post on {network}
      </a>
    </>
  )
}
