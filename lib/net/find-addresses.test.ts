import { afterAll, describe, expect, test } from 'vitest'
import { findAddresses, mayReachPublic } from './find-addresses'
import type { ResolveHost } from './resolve-host'

const { signal } = new AbortController()

/** What is asked for, and answered as if the name belonged to an honest host: a name that should not be asked for is. */
async function find(address: string, addresses = ['93.184.216.34']) {
  const asked: string[] = []
  const resolve: ResolveHost = async (host) => {
    asked.push(host)
    return addresses
  }
  return { found: await findAddresses(new URL(address), signal, mayReachPublic, resolve), asked }
}

let tried = 0
let refused = 0
afterAll(() => console.info(`T11: ${refused} of ${tried} spellings of addresses and names are not asked for`))

async function expectRefused(address: string) {
  tried += 1
  expect(await find(address)).toEqual({ found: null, asked: [] })
  refused += 1
}

describe('literal addresses', () => {
  test.each([
    // 127.0.0.1, as it may be spelled.
    'http://127.0.0.1/',
    'http://127.0.0.1./',
    'http://127.1/',
    'http://127.0.1/',
    'http://2130706433/',
    'http://2130706433./',
    'http://0x7f000001/',
    'http://0x7f.1/',
    'http://0x7F.0.0.0x1/',
    'http://0177.0.0.1/',
    'http://017700000001/',
    'http://0000177.0.0.01/',
    'http://%31%32%37.0.0.1/',
    'http://１２７.０.０.１/',
    'http://127。0。0。1/',
    'http://①②⑦.⓪.⓪.①/',
    'http:127.0.0.1/',
    'http:\\\\127.0.0.1\\',
    'http://0/',
    'http://0.0.0.0/',
    'http://[::]/',
    'http://[::1]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[::127.0.0.1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[0:0:0:0:0:ffff:127.0.0.1]/',
    'http://[64:ff9b::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[2002:7f00:0001::1]/',
    // Clouds answer their machines here.
    'http://169.254.169.254/latest/meta-data/',
    'http://2852039166/',
    'http://0xa9fea9fe/',
    'http://0251.0376.0251.0376/',
    'http://169.254.43518/',
    'http://[::ffff:169.254.169.254]/',
    'http://[fd00:ec2::254]/',
    'http://192.0.0.192/',
    'http://100.100.100.200/',
    'http://168.63.129.16/',
    // The rest of the house.
    'http://10.0.0.1/',
    'http://0xa000001/',
    'http://172.16.0.1/',
    'http://192.168.0.1/',
    'http://3232235521/',
    'http://[fe80::1]/',
    'http://[fc00::1]/',
    'https://127.0.0.1/',
  ])('%s is refused', expectRefused)

  test.each([
    'http://[fe80::1%25eth0]/',
    'http://[fe80::1%eth0]/',
    'http://0x7f.1.2.3.4/',
    'http://256.1.1.1/',
  ])('%s is no address at all', (address) => expect(URL.canParse(address)).toBe(false))

  test.each([
    ['http://93.184.216.34/', '93.184.216.34'],
    ['https://[2606:2800:220:1::]:443/', '2606:2800:220:1::'],
  ])('%s is asked there', async (address, found) =>
    expect(await find(address)).toEqual({ found: [found], asked: [] }),
  )
})

test.each([
  // Names of this machine and its network, whatever they resolve to.
  'http://localhost/',
  'http://LOCALHOST/',
  'http://localhost./',
  'http://feed.localhost/',
  'http://printer.local/',
  'http://metadata.google.internal/',
  'http://metadata.google.internal./',
  'http://router.home.arpa/',
  'http://metadata/',
  'http://intranet/',
  'http://ai/',
  'http://blog.example./',
  // With a name before the host, and what only looks like one.
  'http://user@blog.example/',
  'http://user:password@blog.example/',
  'http://:password@blog.example/',
  'http://blog.example@127.0.0.1/',
  'http://blog.example%2F@127.0.0.1/',
  'http://127.0.0.1\\@blog.example/',
  // Other schemes.
  'ftp://blog.example/',
  'file:///etc/passwd',
  'gopher://blog.example/',
  'data:text/xml,<rss/>',
  'javascript:alert(1)',
])('%s is refused before its name is looked up', expectRefused)

test.each([
  'http://blog.example:22/',
  'http://blog.example:8080/',
  'http://blog.example:0/',
  'https://blog.example:6379/',
  'http://93.184.216.34:25/',
])('%s has a port of something else', async (address) => expect((await find(address)).found).toBeNull())

test.each([
  ['http://blog.example/', 'blog.example'],
  ['https://blog.example/', 'blog.example'],
  ['http://blog.example:443/', 'blog.example'],
  ['https://blog.example:80/feed', 'blog.example'],
  ['https://bücher.example/', 'xn--bcher-kva.example'],
  ['https://blog.example?@127.0.0.1/', 'blog.example'],
  ['https://blog.example#@127.0.0.1/', 'blog.example'],
])('%s is asked at every address of %s', async (address, host) => {
  const addresses = ['93.184.216.34', '2606:2800:220:1::']
  expect(await find(address, addresses)).toEqual({ found: addresses, asked: [host] })
})

test.each([
  [['127.0.0.1']],
  [['93.184.216.34', '127.0.0.1']],
  [['2606:2800:220:1::', '::1']],
  [['93.184.216.34', '::ffff:10.0.0.1']],
  [['not an address']],
  [[]],
])('a name with the addresses %j is refused', async (addresses) =>
  expect((await find('https://blog.example/', addresses)).found).toBeNull(),
)
