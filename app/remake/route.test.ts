import { expect, test, vi } from 'vitest'
import { GET, POST } from './route'

vi.hoisted(() => {
  process.env.REMAKE_TOKEN = 'secret'
})

async function post(body: string, authorization?: string) {
  const headers = new Headers(authorization === undefined ? {} : { authorization })
  return (await POST(new Request('http://localhost/remake', { method: 'POST', body, headers }))).status
}

test('without the token there is no such page, to whoever asks and to whoever posts', async () => {
  expect(GET().status).toBe(404)
  expect(await post('{"due":[]}')).toBe(404)
  expect(await post('{"due":[]}', 'Bearer guessed')).toBe(404)
})

test.each([
  ['{"due":["nobody-wrote-it"]}', 204],
  ['{"talkedAbout":["nobody-wrote-it"]}', 204],
  ['{"everything":true}', 400],
  ['{"due":"a"}', 400],
  ['no JSON', 400],
])('with the token %s is answered by %i', async (body, status) => {
  expect(await post(body, 'Bearer secret')).toBe(status)
})
