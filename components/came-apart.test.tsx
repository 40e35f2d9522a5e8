import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { CameApart } from './came-apart'

afterEach(() => vi.unstubAllEnvs())

const first = 'content/posts/x.mdx:7:1 unknown element <script>'
const second = 'content/posts/x.mdx:9:1 unknown element <iframe>'

/** A `MistakesError` as it arrives in the browser: an `Error` with that name. */
function mistakesError(...lines: string[]): Error {
  return Object.assign(new Error(lines.join('\n')), { name: 'MistakesError' })
}

function render(error: unknown, mode: 'development' | 'production'): string {
  vi.stubEnv('NODE_ENV', mode)
  return renderToStaticMarkup(<CameApart error={error} retry={() => {}} />)
}

test('an author at work is shown the mistakes of the text, under words for an author', () => {
  const one = render(mistakesError(first), 'development')
  expect(one).toContain('<h1>This text has a mistake.</h1>')
  expect(one).toContain('content/posts/x.mdx:7:1 unknown element &lt;script&gt;')
  expect(one).not.toContain('came apart')
  expect(one).not.toContain('Your draft')
  expect(render(mistakesError(first, second), 'development')).toContain('<h1>This text has 2 mistakes.</h1>')
})

test('any other failure keeps its own words, with the reason shown only to the author at work', () => {
  const words = '<h1>Something came apart on our side.</h1>'
  expect(render(new Error('Out of wool.'), 'development')).toContain(words)
  expect(render(new Error('Out of wool.'), 'development')).toContain('Out of wool.')
  expect(render(new Error('Out of wool.'), 'production')).not.toContain('Out of wool.')
})

test('an error that the server wrote down is named, and no other', () => {
  const onServer = Object.assign(new Error('Out of wool.'), { digest: '1234567890' })
  expect(render(onServer, 'production')).toContain(' In the log it is 1234567890.</p>')
  expect(render(new Error('Out of wool.'), 'production')).not.toContain('In the log')
})

test('a reader never sees mistakes of a text', () => {
  const page = render(mistakesError(first), 'production')
  expect(page).toContain('<h1>Something came apart on our side.</h1>')
  expect(page).not.toContain('content/posts/x.mdx')
})
