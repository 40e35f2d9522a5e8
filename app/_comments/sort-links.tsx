'use client'

import { type MouseEvent, useState } from 'react'
import { openEdits } from './own/open-edits'

type SortLinksProps = { postPath: string; isNewest: boolean; isOldest: boolean }

/** Plain links to the two orders. Whoever is writing keeps the order they are in: another would move what they answer. */
export function SortLinks({ postPath, isNewest, isOldest }: SortLinksProps) {
  const [isHeldUp, setIsHeldUp] = useState(false)

  function follow(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const text = document.querySelector<HTMLTextAreaElement>('#comment-body')?.value ?? ''
    const isWriting = text !== '' || openEdits.size > 0
    setIsHeldUp(isWriting)
    if (isWriting) event.preventDefault()
  }

  return (
    <p className="meta">
      <a href={`${postPath}#comments-h`} aria-current={isOldest ? 'true' : undefined} onClick={follow}>
        Oldest first
      </a>
      <a href={`${postPath}/comments/newest/1`} aria-current={isNewest ? 'true' : undefined} onClick={follow}>
        Newest first
      </a>
      <span role="status">{isHeldUp && 'First post or discard what you have begun to write.'}</span>
    </p>
  )
}
