import autocannon from 'autocannon'

/** Requests a second of readers who ask for a page as browsers do, over so many connections. Throws when an answer is not a 2xx. */
export async function load(url: string, connections: number, seconds: number): Promise<number> {
  const { hostname } = new URL(url)
  if (hostname !== '127.0.0.1') throw new Error(`The bench asks this machine alone, not ${hostname}.`)
  const { requests, errors, non2xx } = await autocannon({
    url,
    connections,
    duration: seconds,
    headers: { 'accept-encoding': 'gzip', accept: 'text/html' },
  })
  if (errors + non2xx > 0) throw new Error(`${url}: ${errors} errors, ${non2xx} answers that are no 2xx`)
  return requests.total / seconds
}
