import { endFeed } from './actions'
import { FeedForm } from './feed-form'
import { GuestForm } from './guest-form'
import { Part } from './part'

/** The replies to a guest as a feed, at an address that they alone know. */
export function FeedPart({ hasFeed }: { hasFeed: boolean }) {
  return (
    <Part id="feed" heading="Replies to you">
      <p>
        {hasFeed
          ? 'You have a feed of them. Its address was shown to you once, and is not known here: when it is lost, make another, and the old one ends.'
          : 'Your feed reader can tell you when somebody answers, at an address of your own. Whoever has the address can read it.'}
      </p>
      <FeedForm label={hasFeed ? 'Make another address' : 'Make the address'} />
      {hasFeed && (
        <GuestForm action={endFeed} focusOn="feed">
          <button className="quiet" type="submit">
            End the feed
          </button>
        </GuestForm>
      )}
    </Part>
  )
}
