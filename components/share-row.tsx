import { shareLinks } from '@/lib/quotes/share-links'
import { CopyButton } from './copy-button'
import { KeepNetwork } from './keep-network'
import { MastodonShare } from './mastodon-share'
import { NativeShare } from './native-share'
import { PlainWords } from './plain-words'

/** "Pass it on": plain links and the reader's own clipboard; nothing of a third party is loaded. */
export function ShareRow({ title, url }: { title: string; url: string }) {
  const links = shareLinks({ text: title, url })
  return (
    <fieldset className="share" aria-labelledby="share-h">
      <span className="lab" id="share-h">
        Pass it on
      </span>
      <NativeShare title={title} url={url} />
      <CopyButton text={url} label="Copy link" />
      <a className="quiet" href={links.x} rel="noopener">
        X
      </a>
      <a className="quiet" href={links.threads} rel="noopener">
        Threads
      </a>
      <a className="quiet" href={links.bluesky} rel="noopener">
        Bluesky
      </a>
      <MastodonShare text={links.plain} />
      <PlainWords text={links.plain} label="Title and address, to copy" />
      <KeepNetwork />
    </fieldset>
  )
}
