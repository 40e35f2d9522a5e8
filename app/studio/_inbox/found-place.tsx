import type { Case } from '@/db/case-columns'
import { type InboxPlace, inboxPath, inboxTabs } from '@/lib/studio/inbox-query'

/** Over a comment that is shown alone, as a letter leads to it: where it stands by now, and the way to all others. */
export function FoundPlace({ comment }: { comment: Case | null }) {
  const status = comment?.place ?? 'held'
  const label = inboxTabs.find((tab) => tab.status === status)?.label
  return (
    <p className="meta found-place">
      {comment && sayPlace(comment)} <a href={inboxPath({ status })}>Back to all in “{label}”</a>
    </p>
  )
}

function sayPlace({ place, answers }: Case): string {
  return place === 'answered' && answers.length === 0 ? 'You have read it.' : placeWords[place]
}

const placeWords: Record<InboxPlace, string> = {
  held: 'It waits for you.',
  answered: 'You have answered it by letter.',
  published: 'It is on the page.',
  spam: 'It is in Spam.',
  removed: 'It is in the bin.',
}
