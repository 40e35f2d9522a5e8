'use client'

import { useActionState } from 'react'
import { makeFeed } from './actions'

/** Where the feed stands that was just made, or why there is none; null before anybody asked. */
export type FeedState = { address: string } | { problem: string } | null

/** Makes the address of a feed, and shows it this once. */
export function FeedForm({ label }: { label: string }) {
  // Never bind the action here: a POST without JavaScript would loop for ever (architecture.md §2).
  const [made, make] = useActionState(makeFeed, null, '#feed')

  return (
    <form action={make}>
      {made && 'address' in made && (
        <div className="field" role="status">
          <label htmlFor="feed-address">Address of your feed</label>
          <small id="feed-hint">Shown this once. Give it to your feed reader.</small>
          <input id="feed-address" readOnly value={made.address} aria-describedby="feed-hint" />
        </div>
      )}
      {made && 'problem' in made && (
        <p className="err" role="alert">
          {made.problem}
        </p>
      )}
      <p className="do-row">
        <button className="btn" type="submit">
          {label}
        </button>
      </p>
    </form>
  )
}
