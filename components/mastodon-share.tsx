'use client'

import { type ComponentType, useEffect, useState } from 'react'
import { useStored } from './use-stored'

type Loaded = { Server: ComponentType<{ text: string; isPressed: boolean }>; isPressed: boolean }

/**
 * Mastodon has no one address to share to: the reader is asked for their server once, in place, and may change it. Few
 * are there: how it asks is loaded for who presses the button, or has told their server before.
 */
export function MastodonShare({ text }: { text: string }) {
  const [kept] = useStored('mastodon')
  const [loaded, setLoaded] = useState<Loaded | null>(null)
  const [isLost, setIsLost] = useState(false)

  async function load(isPressed: boolean) {
    try {
      const { MastodonServer } = await import('./mastodon-server')
      setLoaded((before) => before ?? { Server: MastodonServer, isPressed })
    } catch {
      setIsLost(isPressed)
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: a server that was told, here or elsewhere, is the occasion
  useEffect(() => {
    if (kept !== null) void load(false)
  }, [kept])

  return (
    <span className="mastodon scripted">
      {loaded ? (
        <loaded.Server text={text} isPressed={loaded.isPressed} />
      ) : (
        <button className="quiet" type="button" aria-expanded={false} onClick={() => load(true)}>
          Mastodon
        </button>
      )}
      {isLost && !loaded && (
        <span className="err" role="alert">
          Not reached. Please press again.
        </span>
      )}
    </span>
  )
}
