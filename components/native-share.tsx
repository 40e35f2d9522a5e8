'use client'

import { useSyncExternalStore } from 'react'
import { neverChanges } from './never-changes'

type NativeShareProps = { title: string; url: string }

/** The system's own sheet, where there is one. */
export function NativeShare({ title, url }: NativeShareProps) {
  const offered = useSyncExternalStore(
    neverChanges,
    () => 'share' in navigator,
    () => false,
  )
  if (!offered) return null

  async function share() {
    // Dismissing the sheet rejects; that is a choice, not an error.
    await navigator.share({ title, url }).catch(() => {})
  }

  return (
    <button className="quiet" type="button" onClick={share}>
      Share…
    </button>
  )
}
