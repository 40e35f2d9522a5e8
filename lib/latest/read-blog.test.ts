import { readFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { longestVisit, type Visit } from '../net/fetch-safely'
import { serveWeb, type WebServer } from '../net/testing/web-server'
import { readBlog } from './read-blog'

// In one file, as every case is a site of one server.

let server: WebServer
let site = ''
/** What stands at each address; all else is a 404. */
let pages: Record<string, RequestListener> = {}
let asked: string[] = []

beforeAll(async () => {
  server = await serveWeb((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const page = pages[path]
    if (page) page(request, response)
    else response.writeHead(404, { 'content-type': 'text/html' }).end('<p>Nothing here')
  })
  site = `http://blog.example:${server.port}`
})
afterAll(() => server.close())
beforeEach(() => {
  asked = []
  pages = {}
})

function visit(milliseconds = longestVisit): Visit {
  return {
    signal: AbortSignal.timeout(milliseconds),
    mayReach: (address, port) => address === '127.0.0.1' && port === server.port,
    resolve: async () => ['127.0.0.1'],
  }
}

function serve(type: string, body: string | Buffer): RequestListener {
  return (_, response) => response.writeHead(200, { 'content-type': type }).end(body)
}

const xml = (body: string | Buffer) => serve('application/xml', body)
const html = (body: string) => serve('text/html; charset=utf-8', body)

const item = (title: string, link: string, more = '') =>
  `<item><title>${title}</title><link>${link}</link>${more}</item>`
const rss = (items: string, title = 'Small Weather') =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><link>${site}</link>${items}</channel></rss>`
const one = () => rss(item('Rain, again', '/again'))
/** As it is read of a feed at that path. */
const found = (path = '/') => ({
  name: 'Small Weather',
  feed: site + path,
  posts: [{ title: 'Rain, again', url: `${site}/again` }],
})

/** What is read of a feed that stands at the website's own address. */
async function read(feed: string | Buffer, type = 'application/xml', website = `${site}/`) {
  pages['/'] = serve(type, feed)
  return readBlog(website, visit())
}

describe('where the feed is', () => {
  test.each([
    ['<link rel="alternate" type="application/rss+xml" title="Posts" href="/here">', '/here'],
    ['<LINK REL=alternate TYPE=application/atom+xml HREF=/here>', '/here'],
    ["<link href='here' type='application/feed+json' rel='feed alternate'/>", '/here'],
    [
      '<base href="/blog/"><link rel="alternate" type="text/xml" href="feed?a=1&amp;b=2">',
      '/blog/feed?a=1&b=2',
    ],
    [
      '<link rel="alternate" type="application/rss+xml" href="/gone"><link rel="alternate" type="application/rss+xml" href="/here">',
      '/here',
    ],
  ])('as the page says: %s', async (head, path) => {
    pages['/'] = html(`<html><head><title>Hello</title>${head}</head>`)
    pages[path] = xml(one())
    expect(await readBlog(site, visit())).toEqual(found(path))
  })

  test.each(['/feed', '/rss.xml', '/atom.xml', '/feed.xml', '/feeds/posts/default', '/?feed=rss2'])(
    'at %s, where feeds usually are',
    async (path) => {
      pages['/about'] = html(
        '<link rel="stylesheet" href="/feed.css"><link rel="alternate" hreflang="de" href="/de">',
      )
      pages[path] = xml(one())
      expect(await readBlog(`${site}/about`, visit())).toEqual(found(path))
      expect(asked.at(-1)).toBe(path)
    },
  )

  test('on another site, which is told to nobody', async () => {
    const elsewhere = `http://feeds.example:${server.port}/here`
    pages['/'] = html(`<link rel="alternate" type="application/rss+xml" href="${elsewhere}">`)
    pages['/here'] = xml(rss(item('Rain, again', `${site}/again`)))
    const { feed: _, ...rest } = found()
    expect(await readBlog(site, visit())).toEqual(rest)
  })

  test('at the address itself', async () => {
    expect(await read(one())).toEqual(found())
    expect(asked).toEqual(['/'])
  })

  test.each([
    [
      'a site that names feeds which are none',
      '<link rel="alternate" type="text/xml" href="/a"><link rel="alternate" type="text/xml" href="/b"><link rel="alternate" type="text/xml" href="/c">',
      3,
    ],
    ['a site without a feed', '<p>Hello', 7],
    ['a page of nothing but starts', '<link '.repeat(60_000), 7],
    ['a page of nothing but links', '<link rel="alternate" type="text/xml" href="/a">'.repeat(9_000), 2],
  ])('%s is left after a few requests', async (_, page, most) => {
    pages['/'] = html(page)
    expect(await readBlog(site, visit())).toBeNull()
    expect(asked.length).toBe(most)
  })

  test('nowhere, when the site does not answer: nothing else of it is asked', async () => {
    expect(await readBlog(`${site}/gone`, visit())).toBeNull()
    expect(asked).toEqual(['/gone'])
    expect(await readBlog('no address', visit())).toBeNull()
  })
})

describe('formats', () => {
  test.each([
    [
      'RSS 0.91',
      '<rss version="0.91"><channel><title>Small Weather</title><item><title>Rain, again</title><link>/again</link></item></channel></rss>',
    ],
    [
      'RSS 0.92',
      '<rss version="0.92"><channel><title>Small Weather</title><item><title>Rain, again</title><link> /again\n</link></item></channel></rss>',
    ],
    [
      'RSS 2.0 with a permalink alone',
      '<rss version="2.0"><channel><title>Small Weather</title><item><title>Rain, again</title><guid>/again</guid></item></channel></rss>',
    ],
    [
      'RSS 0.90',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Small Weather</title></channel><item><title>Rain, again</title><link>/again</link></item></rdf:RDF>',
    ],
    [
      'RSS 1.0',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="/"><title>Small Weather</title></channel><item rdf:about="/again"><title>Rain, again</title><link>/again</link><dc:date>2026-11-20</dc:date></item></rdf:RDF>',
    ],
    [
      'Atom 0.3',
      '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Small Weather</title><entry><title>Rain, again</title><link rel="alternate" type="text/html" href="/again"/><issued>2004-01-01T00:00:00Z</issued></entry></feed>',
    ],
    [
      'Atom 1.0',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>Small Weather</title><entry><title>Rain, again</title><link rel="edit" href="/edit"/><link rel="self" href="/self"/><link href="/again"/><updated>2026-11-20T00:00:00Z</updated></entry></feed>',
    ],
    [
      'Atom with a prefix',
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Small Weather</a:title><a:entry><a:title>Rain, again</a:title><a:link href="/again"/></a:entry></a:feed>',
    ],
    [
      'JSON Feed 1',
      '{"version":"https://jsonfeed.org/version/1","title":"Small Weather","items":[{"id":"1","title":"Rain, again","url":"/again"}]}',
    ],
    [
      'JSON Feed 1.1',
      '{"version":"https://jsonfeed.org/version/1.1","title":"Small Weather","items":[{"id":"1","title":"Rain, again","url":"/again","date_published":"2026-11-20T00:00:00Z"}]}',
    ],
  ])('%s', async (_, feed) => expect(await read(feed)).toEqual(found()))

  test.each([
    ['HTML', '<html><body><feed>'],
    ['nothing', ''],
    ['half a feed', '<rss version="2.0"><channel><title>Small'],
    ['JSON of something else', '{"items":[{"title":"a","url":"/a"}]}'],
    [
      'an entity of the file system',
      '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>a</title><item><title>&x;</title><link>/a</link></item></channel></rss>',
    ],
  ])('%s is no feed', async (_, feed) => expect(await read(feed)).toBeNull())

  test('newest first, whatever the order, and ten at most', async () => {
    const day = (n: number) => `<pubDate>${new Date(Date.UTC(2026, 0, n)).toUTCString()}</pubDate>`
    const items = Array.from({ length: 30 }, (_, n) => item(`Day ${n + 1}`, `/${n + 1}`, day(n + 1)))
    const days = async (feed: string[]) => (await read(rss(feed.join(''))))?.posts.map(({ title }) => title)
    const newest = Array.from({ length: 10 }, (_, n) => `Day ${30 - n}`)
    expect(await days(items)).toEqual(newest)
    // Where one of them has no date, the order of the feed is all we know.
    expect(await days([item('Undated', '/u'), ...items])).toEqual([
      'Undated',
      ...newest.map((_, n) => `Day ${n + 1}`).slice(0, 9),
    ])
  })
})

describe('titles', () => {
  test.each([
    ['Fish &amp;amp; chips', 'Fish & chips'],
    ['Fish &amp; chips', 'Fish & chips'],
    ['<![CDATA[A <em>soft</em> rain]]>', 'A soft rain'],
    ['A &lt;b&gt;soft&lt;/b&gt; rain', 'A soft rain'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;Rain', 'Rain'],
    ['&lt;img src=x onerror=alert(1)&gt;Rain', 'Rain'],
    ['Why 1 &amp;lt; 2', 'Why 1 < 2'],
    ['1 < 2', null],
    ['Caf&eacute; &#8212; &#x263A;', 'Café — ☺'],
    [' Two\n  lines\t', 'Two lines'],
    ['Rain\u202Egp.exe', 'Raingp.exe'],
    ['\u200B\u2800', null],
    ['', null],
    ['&lt;!-- never closed', null],
    ['x'.repeat(121), `${'x'.repeat(119)}…`],
    ['😀'.repeat(120), '😀'.repeat(120)],
    ['&lt;'.repeat(100_000), `${'<'.repeat(119)}…`],
  ])('of RSS %j', async (typed, title) => {
    const blog = await read(rss(item(typed, '/again')))
    expect(blog?.posts[0]?.title ?? null).toBe(title)
  })

  test.each([
    ['type="html"', 'A &lt;b&gt;soft&lt;/b&gt; rain', 'A soft rain'],
    ['type="xhtml"', '<div xmlns="http://www.w3.org/1999/xhtml">A <b>soft</b> rain</div>', 'A soft rain'],
    ['type="text"', 'Use of &lt;b&gt;', 'Use of <b>'],
    ['', 'Use of &lt;b&gt;', 'Use of <b>'],
  ])('of Atom, %s', async (attribute, typed, title) => {
    const blog = await read(
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title ${attribute}>${typed}</title><link href="/a"/></entry></feed>`,
    )
    expect(blog?.posts[0]?.title).toBe(title)
    // A blog without a name is called as its address is.
    expect(blog?.name).toBe('blog.example')
  })

  test('of JSON are text', async () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'a',
      items: [{ id: '1', url: '/a', title: '<b> & &amp;' }],
    }
    expect((await read(JSON.stringify(feed)))?.posts[0]?.title).toBe('<b> & &amp;')
  })
})

describe('links', () => {
  let tried = 0
  let leftOut = 0
  afterAll(() =>
    console.info(`T13: ${leftOut} of ${tried} links that lead elsewhere or run something left out`),
  )

  test.each([
    ['/2026/rain', '/2026/rain'],
    ['rain?a=1&amp;b=2#c', '/rain?a=1&b=2#c'],
    [' /rain\n', '/rain'],
    // Kept as the parser writes it, and not as it was disguised.
    ['HTTP:\\\\BLOG%2eExam\tple:PORT\\rain', '/rain'],
    ['http://ｂｌｏｇ。example:PORT/rain', '/rain'],
    ['http:/rain', '/rain'],
  ])('%s is one of the site', async (link, path) =>
    expect((await read(rss(item('Rain', link.replace('PORT', `${server.port}`)))))?.posts[0]?.url).toBe(
      site + path,
    ),
  )

  test('on the same site, with and without www, and below it', async () => {
    const { port } = server
    const own = ['blog.example', 'www.blog.example', 'words.blog.example'].map(
      (host) => `http://${host}:${port}/a`,
    )
    const blog = await read(rss(own.map((url) => item('Rain', url)).join('')))
    expect(blog?.posts.map(({ url }) => url)).toEqual(own)
    const www = await read(rss(item('Rain', `${site}/a`)), 'text/xml', `http://www.blog.example:${port}/`)
    expect(www?.posts[0]?.url).toBe(`${site}/a`)
  })

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt://blog.example/%0aalert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'ftp://blog.example/a',
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '\\\\elsewhere.example/',
    'https://blog.example.elsewhere.example/',
    'https://notblog.example/',
    'https://example/',
    'http://blog.example@elsewhere.example/',
    'http://me:secret@blog.example/',
    'http://blog.example。elsewhere.example:PORT/',
    'http://blog.example%2Eelsewhere.example:PORT/',
    'http://blog.exam\u00ADple.elsewhere.example:PORT/',
    'http:\\\\elsewhere.example:PORT\\blog.example',
    '/\t/elsewhere.example:PORT/',
    'http://me@blog.example:PORT/',
    'http://blog.example.:PORT/',
    'http://blog%2eexample。:PORT/',
    'http://127.1:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'java\nscript:alert(1)',
    ' \tjava\tscript:alert(1)',
    'http://',
    '',
    `/${'a'.repeat(3_000)}`,
  ])('%s is left out', async (link) => {
    tried += 1
    const address = link.replace(':PORT', `:${server.port}`)
    const blog = await read(rss(item('Bad', `<![CDATA[${address}]]>`) + item('Rain, again', '/again')))
    expect(blog).toEqual(found())
    leftOut += 1
  })
})

describe('letters', () => {
  const text = 'Grüße, naïve café – “Schön”'
  const feedOf = (encoding: string) =>
    `<?xml version="1.0" encoding="${encoding}"?><rss version="2.0"><channel><title>a</title>${item(text, '/a')}</channel></rss>`
  const utf16 = (feed: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(feed, 'utf16le')])
  const windows = (feed: string) =>
    Buffer.from(feed.replace('–', '\x96').replace('“', '\x93').replace('”', '\x94'), 'latin1')

  test.each<[string, Buffer, string]>([
    ['UTF-8 that says so', Buffer.from(feedOf('utf-8')), 'text/xml; charset=utf-8'],
    ['UTF-8 that says it is Latin', Buffer.from(feedOf('iso-8859-1')), 'text/xml; charset=iso-8859-1'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${feedOf('utf-8')}`), 'text/xml'],
    ['Windows that says so', windows(feedOf('windows-1252')), 'text/xml'],
    ['Windows that says Latin', windows(feedOf('iso-8859-1')), 'text/xml'],
    ['Windows that says UTF-8', windows(feedOf('utf-8')), 'text/xml; charset=utf-8'],
    ['Windows whose head alone says so', windows(feedOf('utf-8')), 'text/xml; charset="windows-1252"'],
    ['Windows that says nonsense', windows(feedOf('klingon')), 'text/xml; charset=klingon'],
    ['UTF-16', utf16(feedOf('utf-16')), 'text/xml'],
    ['UTF-16 whose head says UTF-8', utf16(feedOf('utf-16')), 'text/xml; charset=utf-8'],
  ])('%s', async (_, feed, type) => expect((await read(feed, type))?.posts[0]?.title).toBe(text))

  test('of a tongue, as declared', async () => {
    const cyrillic = Buffer.concat([
      Buffer.from(
        '<?xml version="1.0" encoding="koi8-r"?><rss version="2.0"><channel><title>a</title><item><title>',
      ),
      Buffer.from([0xe4, 0xcf, 0xd6, 0xc4, 0xd8]),
      Buffer.from('</title><link>/a</link></item></channel></rss>'),
    ])
    expect((await read(cyrillic))?.posts[0]?.title).toBe('Дождь')
  })

  test('that are broken leave the rest to be read', async () => {
    const feed = Buffer.from(feedOf('utf-8'))
    feed[feed.indexOf('ü')] = 0xff
    expect((await read(feed))?.posts[0]?.title).toContain('naïve café – “Schön”')
  })
})

/** How many milliseconds of processor this process takes for it, in all its threads. */
async function costOf(work: () => Promise<unknown>): Promise<number> {
  const begun = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1_000
}

describe('a feed made to be a burden', () => {
  const fill = (piece: string, most = 500_000) => piece.repeat(Math.floor(most / piece.length))
  let largest = 0
  afterAll(() => console.info(`R15: the process that reads a feed took ${largest.toFixed(0)} MB at most`))

  test.each<[string, () => string]>([
    ['of 100,000 entities', () => rss(item(fill('&amp;'), '/again'))],
    [
      'of entities that it makes up',
      () =>
        `<!DOCTYPE r [<!ENTITY a "${fill('a', 1_500)}"><!ENTITY b "${fill('&a;', 1_500)}">]>${rss(item(fill('&b;', 100_000), '/again'))}`,
    ],
    ['of 40,000 items', () => rss(fill('<item/>'))],
    ['of elements in elements', () => rss(fill('<a>'))],
    ['of empty elements', () => rss(fill('<a/>'))],
    ['of attributes', () => rss(`<item ${Array.from({ length: 40_000 }, (_, n) => `a${n}=""`).join(' ')}/>`)],
    ['of comments', () => rss(fill('<!--'))],
    [
      'of names that objects have',
      () => rss('<item><__proto__><title>a</title></__proto__><constructor>a</constructor></item>'),
    ],
    ['of brackets', () => `{"version":"https://jsonfeed.org/version/1","items":${fill('[')}`],
  ])('%s holds nobody up', async (_, make) => {
    const feed = make()
    const usual = await costOf(() => read(rss(item('so '.repeat(150_000), '/again'))))
    const before = process.memoryUsage().rss
    const reader = watchReader()
    const cost = await costOf(() => read(feed))
    const ofReader = reader.end()
    // Beside a plain one of as many letters, on the same machine: read here, one of these can take seconds (decision 17).
    expect(cost, 'milliseconds of this process').toBeLessThan(10 * usual)
    expect(process.memoryUsage().rss - before).toBeLessThan(20_000_000)
    expect(ofReader, 'megabytes of the process that reads it').toBeLessThan(mostOfReader)
    if (process.platform === 'linux') expect(ofReader, 'it was looked at').toBeGreaterThan(20)
    largest = Math.max(largest, ofReader)
  })

  test('ends with the visit', async () => {
    pages['/'] = xml(one())
    expect(await readBlog(site, visit())).toEqual(found())
    // Less than its process needs to begin.
    expect(await readBlog(site, visit(60))).toBeNull()
  })
})

/** Megabytes, with Node itself: its memory for objects ends at 128 (`parse-feed.ts`). */
const mostOfReader = 200

/** The most memory that a process begun by this one has held until `end`, in megabytes; 0 where the system does not say. */
function watchReader() {
  let most = 0
  const look = () => {
    try {
      const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ')
      for (const child of children) {
        const status = readFileSync(`/proc/${child}/status`, 'utf8')
        most = Math.max(most, Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1_000)
      }
    } catch {
      // None there yet, or none any more.
    }
  }
  const watch = setInterval(look, 5)
  return {
    end() {
      clearInterval(watch)
      return most
    },
  }
}
