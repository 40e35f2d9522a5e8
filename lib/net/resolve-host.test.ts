import { afterEach, expect, test } from 'vitest'
import { fetchSafely } from './fetch-safely'
import { NoSuchHost, resolveHost } from './resolve-host'
import { type Names, serveNames } from './testing/name-server'
import { serveWeb } from './testing/web-server'

let close = () => {}
afterEach(() => close())

async function start(names: Names) {
  const { server, ...rest } = await serveNames(names)
  close = rest.close
  return (host: string, signal = AbortSignal.timeout(5_000)) => resolveHost(host, signal, [server])
}

test('all addresses of a name are given, of both kinds', async () => {
  const six = '2606:2800:220:1:248:1893:25c8:1946'
  const names: Record<string, string[]> = {
    'both.example': ['93.184.216.34', '10.0.0.1', six],
    'six.example': [six],
    'none.example': [],
  }
  const resolve = await start((host) => names[host] ?? null)
  expect((await resolve('both.example')).sort()).toEqual(['10.0.0.1', six, '93.184.216.34'])
  expect(await resolve('six.example')).toEqual([six])
  const none = resolve('none.example')
  await expect(none).rejects.toThrow('none.example has no address')
  await expect(none).rejects.not.toBeInstanceOf(NoSuchHost)
  const gone = resolve('gone.example')
  await expect(gone).rejects.toThrow('gone.example has no address')
  await expect(gone).rejects.toBeInstanceOf(NoSuchHost)
})

test('a name server that hangs is waited for no longer than the visit', async () => {
  const resolve = await start(() => undefined)
  const begun = performance.now()
  await expect(resolve('slow.example', AbortSignal.timeout(200))).rejects.not.toBeInstanceOf(NoSuchHost)
  expect(performance.now() - begun).toBeLessThan(900)
  await expect(resolve('slow.example', AbortSignal.abort())).rejects.toThrow()
})

test('one that changes its answer when it is asked again is not asked again', async () => {
  let asked = 0
  const resolve = await start(() => {
    asked += 1
    // Of a question for each kind of address, the first ones: to be allowed, and then to lead elsewhere.
    return asked <= 2 ? ['127.0.0.1'] : ['10.0.0.1']
  })
  const server = await serveWeb((_, response) =>
    response.writeHead(200, { 'content-type': 'text/xml' }).end('<rss/>'),
  )
  const visit = () => ({
    signal: AbortSignal.timeout(5_000),
    mayReach: (address: string) => address === '127.0.0.1',
    resolve,
  })
  const address = `http://turncoat.example:${server.port}/`
  expect((await fetchSafely(address, visit()))?.body.toString()).toBe('<rss/>')
  expect(asked).toBe(2)
  expect(await fetchSafely(address, visit())).toBeNull()
  expect(asked).toBe(4)
  await server.close()
})
