import { channel } from 'node:diagnostics_channel'
import type { RequestListener, ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { createServer as createTcpServer, Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fetchSafely, longestVisit, type Visit } from './fetch-safely'
import { loopbackHosts } from './testing/loopback-hosts'
import { selfSigned } from './testing/self-signed'
import { closedPort, filteredPort, listen, serveWeb, type WebServer } from './testing/web-server'

// In one file, as all of it is tried against one server, with a watch on every connection that this process opens.

const feed = '<rss version="2.0"><channel><title>Small Weather</title></channel></rss>'
const xml = { 'content-type': 'application/rss+xml' }

let server: WebServer
/** Nobody may come here: it stands for whatever else listens in the house. */
let canary: WebServer
let answer: RequestListener = (_, response) => response.end()
let asked: string[] = []
let callers = 0
/** Every connection that this process tried to open, as `address:port`. */
let tried: string[] = []

function watch(message: unknown) {
  if (typeof message !== 'object' || !message || !('socket' in message)) return
  if (!(message.socket instanceof Socket)) return
  message.socket.on('connectionAttempt', (address, port) => tried.push(`${address}:${port}`))
}

beforeAll(async () => {
  channel('net.client.socket').subscribe(watch)
  canary = await serveWeb((_, response) => {
    callers += 1
    response.writeHead(200, xml).end(feed)
  })
  server = await serveWeb((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response)
  })
})
afterAll(async () => {
  channel('net.client.socket').unsubscribe(watch)
  await canary.close()
  await server.close()
})
beforeEach(() => {
  asked = []
  tried = []
  callers = 0
})
afterEach(() => expect(callers).toBe(0))

/** Names stand for the server; nothing but it may be reached. */
function visit(more: Partial<Visit> = {}): Visit {
  return {
    signal: AbortSignal.timeout(longestVisit),
    mayReach: (address, port) => address === '127.0.0.1' && port === server.port,
    resolve: async () => ['127.0.0.1'],
    ...more,
  }
}

function at(path = '/', host = 'feed.example') {
  return `http://${host}:${server.port}${path}`
}

function redirect(response: ServerResponse, location: string, status = 302) {
  response.writeHead(status, { location })
  // Never ended: whoever waits for the body of a redirect waits for ever.
  response.write('<p>Over there')
}

describe('an honest server', () => {
  test.each<[string, RequestListener]>([
    ['plain', (_, response) => response.writeHead(200, xml).end(feed)],
    [
      'packed by gzip',
      (_, response) => response.writeHead(200, { ...xml, 'content-encoding': 'gzip' }).end(gzipSync(feed)),
    ],
    [
      'packed by gzip as it was in 1996',
      (_, response) => response.writeHead(200, { ...xml, 'content-encoding': 'GZIP ' }).end(gzipSync(feed)),
    ],
    [
      'in pieces',
      (_, response) => {
        response.writeHead(200, xml)
        for (const character of feed) response.write(character)
        response.end()
      },
    ],
  ])('is read: %s', async (_, listener) => {
    answer = listener
    const page = await fetchSafely(at('/feed'), visit())
    expect(page?.body.toString()).toBe(feed)
    expect(page).toMatchObject({ type: 'application/rss+xml', charset: null })
  })

  test.each([
    ['text/xml; charset=ISO-8859-1', 'text/xml', 'ISO-8859-1'],
    ['Application/Feed+JSON;charset="utf-8"', 'application/feed+json', 'utf-8'],
    ['text/html', 'text/html', null],
    ['application/xhtml+xml; profile=x', 'application/xhtml+xml', null],
  ])('says that it speaks %s', async (contentType, type, charset) => {
    answer = (_, response) => response.writeHead(200, { 'content-type': contentType }).end(feed)
    expect(await fetchSafely(at(), visit())).toMatchObject({ type, charset })
  })

  test('is told who asks and nothing else, and for its own name', async () => {
    let heard = {}
    answer = ({ headers }, response) => {
      heard = headers
      response.writeHead(200, { ...xml, 'set-cookie': 'a=b' }).end(feed)
    }
    await fetchSafely(at(), visit())
    await fetchSafely(at(), visit())
    expect(heard).toEqual({
      host: `feed.example:${server.port}`,
      accept: expect.stringContaining('application/rss+xml'),
      'accept-encoding': 'gzip',
      connection: 'close',
      'user-agent': 'Unpicked (reads the feeds of people who comment; +http://localhost:3000)',
    })
  })

  test('may send us on three times', async () => {
    answer = ({ url }, response) => {
      const step = Number(url?.slice(1))
      if (step === 3) response.writeHead(200, xml).end(feed)
      else redirect(response, `${step + 1}`, [301, 307, 308][step])
    }
    const page = await fetchSafely(at('/0'), visit())
    expect(page?.url.pathname).toBe('/3')
    expect(asked).toEqual(['/0', '/1', '/2', '/3'])
  })

  test('is asked for every host on the way, and for none that we were refused', async () => {
    const hosts: string[] = []
    answer = (_, response) => redirect(response, at('/there', 'victim.example'))
    const mayAsk = async (host: string) => {
      hosts.push(host)
      return host !== 'victim.example'
    }
    expect(await fetchSafely(at('/here'), visit({ mayAsk }))).toBeNull()
    expect(hosts).toEqual(['feed.example', 'victim.example'])
    expect(asked).toEqual(['/here'])
  })
})

/** A text of the right kind that never ends. */
function endless(response: ServerResponse, chunk = Buffer.alloc(65_536, 'a')) {
  response.writeHead(200, xml)
  const write = () => {
    while (!response.destroyed && response.write(chunk));
  }
  response.on('drain', write)
  write()
}

const bomb = gzipSync(Buffer.alloc(20_000_000))

const packed = (encoding: string, body: Buffer) => (_: unknown, response: ServerResponse) => {
  response.writeHead(200, { ...xml, 'content-encoding': encoding }).end(body)
}

/** Each with the requests it costs. */
const hostile: [string, RequestListener, number][] = [
  ['hangs', () => {}, 1],
  ['sends the head and hangs', (_, response) => response.writeHead(200, xml).flushHeaders(), 1],
  [
    'sends a byte a second',
    (_, response) => {
      response.writeHead(200, xml)
      const timer = setInterval(() => response.write('<'), 1000)
      response.on('close', () => clearInterval(timer))
    },
    1,
  ],
  [
    'sends its head a letter at a time',
    ({ socket }) => {
      socket.write('HTTP/1.1 200 OK\r\nX: ')
      const timer = setInterval(() => socket.write('x'), 100)
      socket.on('close', () => clearInterval(timer))
    },
    1,
  ],
  [
    'says "nearly" for ever',
    (_, response) => {
      const timer = setInterval(() => response.writeProcessing(), 50)
      response.on('close', () => clearInterval(timer))
    },
    1,
  ],
  ['never ends', (_, response) => endless(response), 1],
  ['never ends, in lines', (_, response) => endless(response, Buffer.from('<item/>\n')), 1],
  [
    'says that it sends 10 GB',
    (_, response) => response.writeHead(200, { ...xml, 'content-length': 1e10 }).write(feed),
    1,
  ],
  [
    'is just too large',
    (_, response) => response.writeHead(200, xml).end(Buffer.alloc(512 * 1024 + 1, 'a')),
    1,
  ],
  ['packs a bomb of 1000 to 1', packed('gzip', bomb), 1],
  ['packs a bomb in a bomb', packed('gzip', gzipSync(bomb)), 1],
  ['packs more than 1 MB', packed('gzip', gzipSync(Buffer.alloc(1_100_000, feed))), 1],
  ['says gzip and is not', packed('gzip', Buffer.from(feed)), 1],
  ['packs half of it', packed('gzip', gzipSync(feed).subarray(0, 40)), 1],
  ['packs by Brotli', packed('br', Buffer.from(feed)), 1],
  ['packs by Zstandard', packed('zstd', Buffer.from(feed)), 1],
  ['packs by deflate', packed('deflate', Buffer.from(feed)), 1],
  ['packs twice', packed('gzip, gzip', gzipSync(gzipSync(feed))), 1],
  ['packs fifty times', packed(Array(50).fill('gzip').join(), gzipSync(feed)), 1],
  [
    'breaks off',
    (_, response) => {
      response.writeHead(200, { ...xml, 'content-length': 1000 }).write(feed)
      response.socket?.end()
    },
    1,
  ],
  ['sends us round in circles', ({ url = '' }, response) => redirect(response, url), 4],
  ['sends us on a hundred times', ({ url }, response) => redirect(response, `${url}x`), 4],
  ['sends us on to nowhere', (_, response) => response.writeHead(302).end(), 1],
  ['sends us on to no address', (_, response) => redirect(response, 'http://'), 1],
  ['has nothing to say', (_, response) => response.writeHead(204, xml).end(), 1],
  ['has a part of it', (_, response) => response.writeHead(206, xml).end(feed), 1],
  ['has nothing there', (_, response) => response.writeHead(404, xml).end(feed), 1],
  ['fails', (_, response) => response.writeHead(500, xml).end(feed), 1],
  ['sends a picture', (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end(feed), 1],
  ['sends a script', (_, response) => response.writeHead(200, { 'content-type': 'text/js' }).end(feed), 1],
  ['does not say what it sends', (_, response) => response.writeHead(200).end(feed), 1],
  ['speaks something else', ({ socket }) => socket.end('220 mail.example ESMTP\r\n'), 1],
  ['hangs up', ({ socket }) => socket.destroy(), 1],
  [
    'has a head of 1 MB',
    (_, response) => response.writeHead(200, { ...xml, x: 'x'.repeat(1e6) }).end(feed),
    1,
  ],
]

describe('a hostile server', () => {
  /** By the place of the case in the list: it is the first step of the path, so that all can be asked at once. */
  const cost = new Map<number, number>()
  let ended = 0
  let longest = 0
  afterAll(() =>
    console.info(
      `R15: ${ended} of ${hostile.length} hostile servers gave nothing, the longest visit ${longest.toFixed(0)} ms`,
    ),
  )
  const pathOf = (index: number) => `/${index}/`

  beforeEach(() => {
    answer = (request, response) => {
      const index = Number(request.url?.split('/')[1])
      cost.set(index, (cost.get(index) ?? 0) + 1)
      hostile[index]?.[1](request, response)
    }
  })

  test.concurrent.each(hostile.map(([name, , most], index) => ({ name, index, most })))(
    '$name',
    async ({ index, most }) => {
      const begun = performance.now()
      expect(await fetchSafely(at(pathOf(index)), visit())).toBeNull()
      const took = performance.now() - begun
      longest = Math.max(longest, took)
      expect(took).toBeLessThan(10_000)
      expect(cost.get(index)).toBe(most)
      expect(tried.filter((place) => place !== `127.0.0.1:${server.port}`)).toEqual([])
      ended += 1
    },
  )

  test.each([
    ['lets nobody connect is left after two seconds', 2_000, filteredPort],
    ['says nothing is left after three', 3_000, async () => listen(createTcpServer(), 'http')],
  ] as const)(
    'that %s, though the visit has a minute',
    async (_, after, open) => {
      const { port, close } = await open()
      const begun = performance.now()
      const found = await fetchSafely(
        `http://feed.example:${port}/`,
        visit({ signal: AbortSignal.timeout(60_000), mayReach: () => true }),
      )
      const took = performance.now() - begun
      await close()
      expect(found).toBeNull()
      expect(took).toBeGreaterThan(after - 50)
      expect(took).toBeLessThan(30_000)
    },
    65_000,
  )

  test('takes no more than 20 MB, whatever it sends', async () => {
    const greedy = hostile.flatMap(([name], index) => (/never ends|10 GB|packs/.test(name) ? [index] : []))
    const grown: number[] = []
    for (const index of greedy) {
      const before = process.memoryUsage().rss
      const look = () => grown.push(process.memoryUsage().rss - before)
      const timer = setInterval(look, 5)
      expect(await fetchSafely(at(pathOf(index)), visit({ signal: AbortSignal.timeout(1000) }))).toBeNull()
      clearInterval(timer)
      look()
    }
    expect(greedy).toHaveLength(12)
    expect(Math.max(...grown)).toBeLessThan(20_000_000)
  })

  test.each([
    [
      'bad TLS',
      createSecureServer(selfSigned, (_, response) => {
        response.writeHead(200, xml).end(feed)
      }),
    ],
    ['no TLS at all', createTcpServer((socket) => socket.end('hello'))],
  ])('%s', async (_, other) => {
    let connected = 0
    other.on('connection', () => {
      connected += 1
    })
    const { port, close } = await listen(other, 'https')
    const mayReach = (_address: string, asked: number) => asked === port
    expect(await fetchSafely(`https://feed.example:${port}/`, visit({ mayReach }))).toBeNull()
    expect(connected).toBe(1)
    await close()
  })

  test('a closed port', async () => {
    const port = await closedPort()
    const found = await fetchSafely(`http://feed.example:${port}/`, visit({ mayReach: () => true }))
    expect(found).toBeNull()
    expect(tried).toEqual([`127.0.0.1:${port}`])
  })
})

describe('nobody else is reached', () => {
  const elsewhere = () => [
    ...loopbackHosts.map((host) => `http://${host}:${canary.port}/`),
    `http://localhost:${canary.port}/`,
    `http://feed.example:${canary.port}/`,
    `//feed.example:${canary.port}/`,
    `http://user:password@127.0.0.1:${server.port}/`,
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
    'file:///etc/passwd',
    'data:text/xml,<rss/>',
  ]

  test('through a redirect', async () => {
    // The head of an answer is bytes, in one line.
    const places = elsewhere().filter((place) => /^[\t -~]+$/.test(place))
    for (const place of places) {
      asked = []
      tried = []
      answer = (_, response) => redirect(response, place)
      expect(await fetchSafely(at('/here'), visit()), place).toBeNull()
      expect(asked, place).toEqual(['/here'])
      expect(tried, place).toEqual([`127.0.0.1:${server.port}`])
    }
    console.info(`T11: ${places.length} of ${places.length} redirects to places of the house not followed`)
  })

  test('at first hand', async () => {
    const own = elsewhere().filter((place) => !place.startsWith('//'))
    for (const place of [...own, at().replace('http://', 'http://me@'), 'nonsense', '/feed', '']) {
      expect(await fetchSafely(place, visit()), place).toBeNull()
    }
    // As it is when nobody says otherwise: this machine is not on the web.
    expect(await fetchSafely(`${server.url}/`, { signal: AbortSignal.timeout(longestVisit) })).toBeNull()
    expect(tried).toEqual([])
    expect(asked).toEqual([])
  })

  test('through a name that changes its address after it was looked at', async () => {
    const answers = [['127.0.0.1'], ['10.0.0.1'], ['127.0.0.1', '169.254.169.254']]
    let looked = 0
    const resolve = async () => answers[looked++ % answers.length] ?? []
    answer = (_, response) => response.writeHead(200, xml).end(feed)
    expect(await fetchSafely(at(), visit({ resolve }))).not.toBeNull()
    // What was checked is what is connected to.
    expect(looked).toBe(1)
    expect(await fetchSafely(at(), visit({ resolve }))).toBeNull()
    expect(await fetchSafely(at(), visit({ resolve }))).toBeNull()
    answer = (_, response) => redirect(response, '/again')
    expect(await fetchSafely(at(), visit({ resolve }))).toBeNull()
    expect(looked).toBe(5)
    expect(tried).toEqual(Array(2).fill(`127.0.0.1:${server.port}`))
  })

  test('through a name that has no address, or whose server hangs', async () => {
    const nowhere = async () => {
      throw new Error('ENOTFOUND')
    }
    expect(await fetchSafely(at(), visit({ resolve: nowhere }))).toBeNull()
    const hang = (_: string, signal: AbortSignal) =>
      new Promise<string[]>((_resolve, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
      )
    const signal = AbortSignal.timeout(50)
    expect(await fetchSafely(at(), visit({ resolve: hang, signal }))).toBeNull()
    expect(tried).toEqual([])
  })
})
