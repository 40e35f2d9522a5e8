import autocannon from 'autocannon'

export type Load = { perSecond: number; p50: number; p99: number; requests: number }

/**
 * Asks for a page as browsers do, for so many seconds over so many connections, each with so many questions under way.
 * Throws when an answer is not a 2xx.
 */
export async function load(url: string, connections: number, seconds: number, underWay = 1): Promise<Load> {
  const { hostname } = new URL(url)
  if (hostname !== '127.0.0.1') throw new Error(`The bench asks this machine alone, not ${hostname}.`)
  const { requests, latency, errors, non2xx } = await autocannon({
    url,
    connections,
    duration: seconds,
    pipelining: underWay,
    headers: { 'accept-encoding': 'gzip', accept: 'text/html' },
  })
  if (errors + non2xx > 0) throw new Error(`${url}: ${errors} errors, ${non2xx} answers that are no 2xx`)
  return { perSecond: requests.total / seconds, p50: latency.p50, p99: latency.p99, requests: requests.total }
}
