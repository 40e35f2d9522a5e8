import { endFeed, makeFeed } from './actions'
import { GuestForm } from './guest-form'
import { Part } from './part'

type FeedPartProps = {
  hasFeed: boolean
  /** Where it stands, on the browser that made it and for a few minutes; null elsewhere and later. */
  address: string | null
}

/** The replies to a guest as a feed, at an address that they alone know. */
export function FeedPart({ hasFeed, address }: FeedPartProps) {
  return (
    <Part id="feed" heading="Replies to you">
      <p>
        {address !== null
          ? 'You have a feed of them. This is its address: whoever has it can read them.'
          : hasFeed
            ? 'You have a feed of them. Its address was shown to you when it was made, and is not known here: when it is lost, make another, and the old one ends.'
            : 'Your feed reader can tell you when somebody answers, at an address of your own. Whoever has the address can read it.'}
      </p>
      {address !== null && (
        <div className="field">
          <label htmlFor="feed-address">Address of your feed</label>
          <small id="feed-hint">Shown here for five minutes. Give it to your feed reader.</small>
          <input id="feed-address" readOnly value={address} aria-describedby="feed-hint" />
        </div>
      )}
      <GuestForm action={makeFeed} focusOn="feed">
        <p className="do-row">
          <button className="btn" type="submit">
            {hasFeed ? 'Make another address' : 'Make the address'}
          </button>
        </p>
      </GuestForm>
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
