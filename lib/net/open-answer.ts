import http, { type IncomingMessage, type RequestOptions } from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { env } from '../env'

/** Milliseconds until the connection stands, and from then on until the head of the answer is there. */
const patience = { connection: 2_000, firstByte: 3_000 }

/** Who asks, and where to complain. */
const headers = {
  accept: 'application/rss+xml, application/atom+xml, application/feed+json, text/html;q=0.9, */*;q=0.1',
  'accept-encoding': 'gzip',
  connection: 'close',
  'user-agent': `Unpicked (reads the feeds of people who comment; +${env.SITE_URL})`,
}

/**
 * Sends a GET to one of `addresses` and resolves with the head of the answer, its body unread. The name in `url`
 * stays what the server and its certificate are asked for, but is not looked up again: what was checked is what is
 * connected to. Rejects when there is no answer in time, and when `signal` is aborted.
 */
export function openAnswer(url: URL, addresses: string[], signal: AbortSignal): Promise<IncomingMessage> {
  const settings: RequestOptions = {
    headers,
    signal,
    lookup: lookupOf(addresses),
    maxHeaderSize: 16_384,
    insecureHTTPParser: false,
  }
  return new Promise((resolve, reject) => {
    // An agent of its own: the shared one keeps connections, and may have been told of a proxy.
    const request =
      url.protocol === 'https:'
        ? https.request(url, { ...settings, agent: new https.Agent(), rejectUnauthorized: true })
        : http.request(url, { ...settings, agent: new http.Agent() })
    const giveUp = () => request.destroy(new Error('It did not answer in time.'))
    let timer = setTimeout(giveUp, patience.connection)
    request.on('socket', (socket) =>
      socket.once('connect', () => {
        clearTimeout(timer)
        timer = setTimeout(giveUp, patience.firstByte)
      }),
    )
    request.on('response', (answer) => {
      clearTimeout(timer)
      resolve(answer)
    })
    // Also what ends the connection once the answer is there: then nobody waits for this any more.
    request.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    request.on('close', () => clearTimeout(timer))
    request.end()
  })
}

function lookupOf(addresses: string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }))
  return (host, { all }, tell) => {
    const [first] = found
    if (!first) tell(new Error(`${host} has no address.`), '')
    else if (all) tell(null, found)
    else tell(null, first.address, first.family)
  }
}
