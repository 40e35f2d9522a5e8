import { expect, test } from 'vitest'
import { answerTagged, tagText } from './tagged-answer'

const text = tagText('What a feed says.')

function ask(known: string | null): Response {
  const request = new Request('https://blog.example/feed.xml')
  if (known !== null) request.headers.set('If-None-Match', known)
  return answerTagged(request, text, new Headers({ 'Content-Type': 'application/xml' }))
}

test.each([null, '', '"of another day"', 'W/"of another day", "and another"', text.tag.slice(0, -2)])(
  'who knows %j is given the text',
  async (known) => {
    const answer = ask(known)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('ETag')).toBe(text.tag)
    expect(answer.headers.get('Content-Type')).toBe('application/xml')
    expect(await answer.text()).toBe(text.text)
  },
)

test.each([text.tag, text.tag.replace('W/', ''), `"of another day", ${text.tag}`, '*', ' * '])(
  'who knows %j is told that nothing changed',
  async (known) => {
    const answer = ask(known)
    expect(answer.status).toBe(304)
    expect(answer.headers.get('ETag')).toBe(text.tag)
    expect(answer.headers.has('Content-Type')).toBe(false)
    expect(await answer.text()).toBe('')
  },
)

test('another text has another tag', () => {
  expect(tagText('What a feed says!').tag).not.toBe(text.tag)
})
