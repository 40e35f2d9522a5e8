import { expect, test } from 'vitest'
import { textToHtml } from './text-to-html'

test('everything a comment can hold becomes plain HTML', () => {
  const body =
    'One **two** *three* `four`\nfive [six](https://example.com/a?b=1&c=2)\n\n> seven\n\n```\n<eight>\n```'
  expect(textToHtml(body)).toBe(
    '<p>One <strong>two</strong> <em>three</em> <code>four</code><br>five ' +
      '<a href="https://example.com/a?b=1&#x26;c=2" rel="ugc nofollow noopener">six</a></p>' +
      '<blockquote><p>seven</p></blockquote><pre><code>&#x3C;eight></code></pre>',
  )
})

test('nothing that is typed becomes an element or an address of its own', () => {
  const html = textToHtml(
    '<script>alert(1)</script> <img src=x onerror=alert(1)> [a](javascript:alert(1)) &lt;b>',
  )
  expect(html).not.toMatch(/<(?!\/?p>)/)
  expect(html).toContain('&#x3C;script>alert(1)')
})
