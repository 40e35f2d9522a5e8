/** Ids of posts whose comments changed, or that are due. */
export type Wanted = { talkedAbout: string[] } | { due: string[] }

type Door = {
  url: string
  token: string
  /** Aborted when nobody needs the answer any more. */
  signal: AbortSignal
  /** How long the server may take, in milliseconds. */
  patience?: number
}

/**
 * Asks the running server to make pages again for their next reader, and resolves when they will be. Never rejects,
 * and takes no longer than `patience`: a page that could not be made again now is so by its own clock, when it
 * is read a minute later, and that is no reason for a site to end or not to begin.
 */
export async function askToRemake(
  { url, token, signal, patience = 30_000 }: Door,
  wanted: Wanted,
): Promise<void> {
  try {
    const { status } = await fetch(`${url}/remake`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(wanted),
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    })
    if (status !== 204) throw new Error(`it answered ${status}`)
  } catch (error) {
    if (signal.aborted) return
    const why = error instanceof Error ? error.message : String(error)
    console.error(
      `The server was asked to make pages again (${why}). They are right a minute after their next visit.`,
    )
  }
}
