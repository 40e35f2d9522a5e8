'use client'

import { useSyncExternalStore } from 'react'

function subscribe(tell: () => void): () => void {
  addEventListener('storage', tell)
  return () => removeEventListener('storage', tell)
}

/** A value kept in this browser, the same in every component that asks for it; null when none is kept. */
export function useStored(key: string): [string | null, (value: string) => void] {
  function read(): string | null {
    try {
      return localStorage.getItem(key)
    } catch {
      // The reader has closed the storage: nothing is remembered, everything else works.
      return null
    }
  }

  function keep(value: string) {
    try {
      localStorage.setItem(key, value)
    } catch {
      return
    }
    // The browser tells other tabs by itself, but not this one.
    dispatchEvent(new StorageEvent('storage', { key }))
  }

  return [useSyncExternalStore(subscribe, read, () => null), keep]
}
