'use client'

import { type ComponentType, useEffect, useState } from 'react'
import type { SelectionBarProps } from './selection-bar'

/** What can be done with words of the post. Few select any: it is loaded when somebody first does. */
export function SelectionOffer(post: SelectionBarProps) {
  const [Bar, setBar] = useState<ComponentType<SelectionBarProps> | null>(null)

  useEffect(() => {
    // From then on the bar listens by itself.
    if (Bar !== null) return
    function look() {
      const selection = getSelection()
      if (selection?.isCollapsed || !selection?.anchorNode?.parentElement?.closest('.prose')) return
      // On a line that fails, the next selection tries again.
      import('./selection-bar').then(
        ({ SelectionBar }) => setBar(() => SelectionBar),
        () => {},
      )
    }
    look()
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [Bar])

  return Bar && <Bar {...post} />
}
