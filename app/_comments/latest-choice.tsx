import { useEffect, useId, useState } from 'react'
import { count } from '@/lib/words/count'
import { offerSchema, type ShownOffer } from './offer-schema'

/**
 * Which of their posts goes with the comment, newest first, once the server has found them at `website`, which is what
 * was typed. Loaded when it is asked for. Nobody waits for it: whoever posts before has the newest read afterwards.
 */
export function LatestChoice({ website }: { website: string }) {
  const id = useId()
  const [found, setFound] = useState<{ website: string; offer: ShownOffer } | null>(null)

  useEffect(() => {
    if (website === '') return
    const left = new AbortController()
    askForOffer(website, left.signal).then((offer) => {
      if (!left.signal.aborted) setFound({ website, offer })
    })
    return () => left.abort()
  }, [website])

  const offer = found?.website === website ? found.offer : undefined
  return (
    <div className="offered contents">
      <p className="meta" role="status">
        {tell(website, offer)}
      </p>
      {offer && (
        <div className="field">
          <label htmlFor={id}>Which of your posts</label>
          <select id={id} name="latestChoice" key={website}>
            {offer.posts.map(({ title, choice }) => (
              <option key={choice} value={choice} dir="auto">
                {title}
              </option>
            ))}
          </select>
        </div>
      )}
    </div>
  )
}

function tell(website: string, offer: ShownOffer | undefined): string {
  if (website === '') return 'There is no website above to look for it.'
  if (offer === undefined) return 'Looking for your posts. You need not wait.'
  if (offer === null) return 'No posts found just now. I look again once you have posted.'
  return `Found ${count(offer.posts.length, 'post')}.`
}

/** Whatever goes wrong is told as if there were no posts. */
async function askForOffer(website: string, signal: AbortSignal): Promise<ShownOffer> {
  try {
    const answer = await fetch('/latest-posts', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ website }),
      signal,
    })
    return answer.ok ? offerSchema.parse(await answer.json()) : null
  } catch {
    return null
  }
}
