import { afterAll, describe, expect, test } from 'vitest'
import { findAddresses, mayReachPublic } from './find-addresses'
import type { ResolveHost } from './resolve-host'
import { loopbackHosts } from './testing/loopback-hosts'

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
    ...loopbackHosts.map((host) => `http://${host}/`),
    // What stands around the host.
    'http:127.0.0.1/',
    'http:/127.0.0.1/',
    'http:///127.0.0.1/',
    'http:////127.0.0.1/',
    'http:\\\\127.0.0.1\\',
    'http:/\\127.0.0.1/',
    'HtTp://127.0.0.1',
    ' \thttp://127.0.0.1 \n',
    'h\tt\ntp:\r//127.0.0.1/',
    'http://127.0.0.1\\@blog.example/',
    'http://127.0.0.1\\.blog.example/',
    'http://127.0.0.1?.blog.example',
    'http://127.0.0.1#.blog.example',
    'http://127.0.0.1:/',
    'http://127.0.0.1:00080/',
    'http://127.0.0.1:8\t0/',
    // Nowhere, which is here.
    'http://0/',
    'http://0./',
    'http://0x/',
    'http://0x.0x.0/',
    'http://0.0.0.0/',
    'http://00000000000/',
    'http://[::]/',
    'http://[::0.0.0.0]/',
    // Clouds answer their machines here.
    'http://169.254.169.254/latest/meta-data/',
    'http://2852039166/',
    'http://0xa9fea9fe/',
    'http://0251.0376.0251.0376/',
    'http://0xa9.0376.43518/',
    'http://①⑥⑨。②⑤④。①⑥⑨。②⑤④/',
    'http://169.254.169.254./',
    'http://[::ffff:a9fe:a9fe]/',
    'http://[64:ff9b::169.254.169.254]/',
    'http://[2002:a9fe:a9fe::]/',
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
    'http://192.168.1/',
    'http://0xc0.0250.01/',
    'http://０Ｘｃ０．０２５０．０１/',
    'http://%30%78%63%30%2e%30%32%35%30.01%2e/',
    'http://3232235521/',
    'http://4294967295/',
    'http://[fe80::1]/',
    'http://[fc00::1]/',
    'https://127.0.0.1/',
  ])('%s is refused', expectRefused)

  test.each([
    'http://[fe80::1%25eth0]/',
    'http://[fe80::1%eth0]/',
    'http://0x7f.1.2.3.4/',
    'http://127.0.0.1.0/',
    'http://256.1.1.1/',
    'http://127.0.0.256/',
    'http://127.0.0.09/',
    'http://127.0.0.0x1g.7/',
    'http://4294967296/',
    'http://0x17f000001/',
    'http://127..1/',
    'http://blog.example.127/',
    'http://blog.example.0x7f/',
    'http://127.0.0.1%00/',
    'http://127.0.0.1%20/',
    'http://127.0.0.1%2f/',
    'http://127.0.0.1%40blog.example/',
    'http://127.0.0.1%5c.blog.example/',
    'http://127.0.0.1%3a80/',
    'http://127.0.0.1 /',
    'http://127.0.0.1:80:80/',
    'http://127.0.0.1:65536/',
    'http://127.0.0.1:８０/',
    'http://[127.0.0.1]/',
    'http://[::1/',
    'http://[::1]]/',
    'http://[::1].blog.example/',
    'http://[::ffff:127.0.0.1.]/',
    'http://[::ffff:0x7f.0.0.1]/',
    'http://[::ffff:127.1]/',
    'http://[::ffff:１２７.0.0.1]/',
    'http://%5B::1%5D/',
    'http://loc%00alhost/',
    'http://\u00AD/',
    'http://',
    'http:',
  ])('%s is no address at all', (address) => {
    tried += 1
    expect(URL.canParse(address)).toBe(false)
    refused += 1
  })

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
  'http://localhost。/',
  'http://%6c%6Fcalhost/',
  'http://ＬｏｃａｌＨｏｓｔ/',
  'http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/',
  'http://loc\tal\nhost/',
  'http://local\u00ADhost/',
  'http://localhost:80\\@blog.example/',
  'http://feed.localhost/',
  'http://printer.local/',
  'http://metadata.google.internal/',
  'http://metadata.google.internal./',
  'http://metadata。google｡INTERNAL/',
  'http://metadata%2Egoogle%2einternal%2E/',
  'http://router.home.arpa/',
  'http://metadata/',
  'http://intranet/',
  'http://ai/',
  'http://blog.example./',
  'http://blog.example../',
  'http://blog.example。/',
  'http://blog.example%2e/',
  'http://127.0.0.1../',
  // With a name before the host.
  'http://user@blog.example/',
  'http://user:password@blog.example/',
  'http://:password@blog.example/',
  'http://%40@blog.example/',
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
  ['https://B\u00FCcher。EXAMPLE/', 'xn--bcher-kva.example'],
  ['https://blog%2Eexam\tple/', 'blog.example'],
  ['https:\\\\blog.example\\@127.0.0.1', 'blog.example'],
  ['https://127.0.0.1.blog.example/', '127.0.0.1.blog.example'],
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
