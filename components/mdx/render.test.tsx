import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { env } from '@/lib/env'
import { findPost } from '@/lib/posts/find-post'
import { findPage } from '@/lib/posts/pages'
import { Mdx } from './render'

const content = await vi.hoisted(async () =>
  (await import('@/lib/posts/testing/content-folder')).makeContentFolder(),
)
afterAll(() => content.delete())

let count = 0

/** The page of a post with this text. */
async function render(body: string): Promise<string> {
  const slug = `post-${count++}`
  content.writePost(slug, { body })
  const post = await findPost(slug)
  if (!post) throw new Error('the post is not there')
  return renderToStaticMarkup(await Mdx({ source: post }))
}

describe('notes', () => {
  test('a note stands directly after its paragraph, with a way there and back', async () => {
    expect(await render('Words.[^a] More.\n\nNext.\n\n[^a]: A *note*.')).toBe(
      '<div class="anchor">\n' +
        '<p>Words.<a href="#n-1" class="ref" id="r-1" aria-label="Note 1">1</a> More.</p>\n' +
        '<aside class="side rail" id="n-1" aria-label="Note 1"><b>1</b>A <em>note</em>. <a href="#r-1" aria-label="Back to the text">↩\uFE0E</a></aside>\n' +
        '</div>\n<p>Next.</p>',
    )
  })

  test('several notes are numbered in the order of the text, and none stands over another', async () => {
    const html = await render(
      `One.[^b] Two.[^a]\n\n[^a]: ${'Long. '.repeat(40)}\n\n[^b]: ${'Long. '.repeat(40)}`,
    )
    expect(html).toMatch(/One\.<a href="#n-1".*Two\.<a href="#n-2"/)
    expect(html.indexOf('id="n-1"')).toBeLessThan(html.indexOf('id="n-2"'))
    const below = /id="n-2"[^>]*--at:([\d.]+)em/.exec(html)?.[1]
    expect(Number(below)).toBeGreaterThan((240 / 40) * 1.5)
  })

  test('a note referred to twice is told once and leads back to both places', async () => {
    const html = await render('One.[^a]\n\nTwo.[^a]\n\n[^a]: Words.')
    expect(html.match(/<aside/g)).toHaveLength(1)
    expect(html).toContain('id="r-1-2"')
    expect(html).toContain('<a href="#r-1-2" aria-label="Back to the text, place 2">')
  })

  test('a note in a list stands after the list', async () => {
    const html = await render('- one[^a]\n- two\n\n[^a]: Words.')
    expect(html).toMatch(/<div class="anchor">\s*<ul>[\s\S]*<\/ul>\s*<aside/)
  })
})

describe('links', () => {
  test('affiliate hosts and <Sponsored> are marked, others are not', async () => {
    const html = await render(
      '[a](https://www.haberdash.example/x) <Sponsored href="https://shop.example">b</Sponsored> [c](https://other.example) [d](/archive)\n\n[e][f]\n\n[f]: https://haberdash.example/y',
    )
    expect(html.match(/rel="sponsored nofollow/g)).toHaveLength(3)
    expect(html.match(/class="ad"/g)).toHaveLength(3)
    expect(html).toMatch(/<a href="https:\/\/other\.example" rel="noopener">c<\/a>/)
    expect(html).toContain('<a href="/archive">d</a>')
  })
})

describe('elements', () => {
  test('a card is the same whether its words stand on one line or three', async () => {
    const cards = [
      await render('<Tweetable>*My* **own** "words".</Tweetable>'),
      await render('<Tweetable>\n*My* **own** "words".\n</Tweetable>'),
    ]
    const [one, three] = cards.map((html) => html.replaceAll(/post-\d+/g, 'post'))
    expect(one).toBe(three)
    expect(one).toContain('<p>“<em>My</em> <strong>own</strong> “words”.”</p>')
    expect(one).toContain(encodeURIComponent(`${env.SITE_URL}/posts/post`))
  })

  test('a second card shares its own words', async () => {
    const html = await render('<Tweetable>One.</Tweetable>\n\n<Tweetable tweet="Short.">Two.</Tweetable>')
    expect(html).toContain('tweet?text=One.')
    expect(html).toContain('tweet?text=Short.')
  })

  test('a picture alone becomes a figure with its size and caption', async () => {
    const html = await render('![A sock](/images/darned-sock.svg "The caption")')
    expect(html).toMatch(
      /^<figure class="plate"><img src="\/images\/darned-sock\.svg" alt="A sock" width="\d+" height="\d+"/,
    )
    expect(html).toContain('<figcaption>The caption</figcaption>')
  })

  test('a picture that covers its place brings a blur of itself, in 300 letters at most', async () => {
    const [covering, seeThrough] = [
      await render('![A jumper](/images/unpicked-jumper.svg)'),
      await render('![A moth](/images/moth.svg)'),
    ]
    const style = / style="background-image:url\(data:image\/webp;base64,[\w+/=]+\)"/.exec(covering)?.[0]
    expect(style?.length).toBeGreaterThan(60)
    expect(style?.length).toBeLessThan(300)
    expect(seeThrough).not.toContain('style=')
  })

  test('a table can be scrolled by itself', async () => {
    expect(await render('| a |\n|---|\n| b |')).toMatch(
      /class="table"[^>]*tabindex="0"[^>]*><table>|tabindex="0"[^>]*class="table"[^>]*><table>/i,
    )
  })

  test('a callout has paragraphs however it is written', async () => {
    expect(await render('<Callout>Mind.</Callout>')).toContain('<p>Mind.</p>')
    expect(await render('<Callout>\nMind.\n</Callout>')).toContain('<p>Mind.</p>')
  })

  test('headings have ids that the page around them does not use', async () => {
    const html = await render('## Comments\n\n## C 3\n\n## One\n\n## One\n\n## 毛糸')
    expect([...html.matchAll(/<h2 id="([^"]+)"/g)].map((match) => match[1])).toEqual([
      'section-comments',
      'section-c-3',
      'one',
      'one-1',
      '毛糸',
    ])
  })

  test('a link in a heading stands there alone, not again in the link to its section', async () => {
    const html = await render('## A [b](/archive)')
    expect(html).toBe(
      '<div class="h"><h2 id="a-b">A <a href="/archive">b</a></h2>' +
        '<a href="#a-b" aria-labelledby="link:a-b a-b"><span class="vh" id="link:a-b">Link to section:</span></a></div>',
    )
  })
})

describe('code', () => {
  test('is coloured for both themes at once', async () => {
    const html = await render('```ts\nconst a = 1\n```')
    expect(html).toMatch(/<span style="--shiki-light:#\w+;--shiki-dark:#\w+">const<\/span>/)
  })

  test('without a language is shown as it is', async () => {
    expect(await render('```\n"a" -- b\n```')).toContain('&quot;a&quot; -- b')
  })
})

test('a text that has not changed is compiled once', async () => {
  content.writePost('kept', { body: 'Words.' })
  const [first, second] = [await findPost('kept'), await findPost('kept')]
  if (!first || !second) throw new Error('the post is not there')
  expect(await Mdx({ source: first })).toBe(await Mdx({ source: second }))
  content.writePost('kept', { body: 'Other words.' })
  const third = await findPost('kept')
  if (!third) throw new Error('the post is not there')
  expect(renderToStaticMarkup(await Mdx({ source: third }))).toBe('<p>Other words.</p>')
})

test('a page is rendered like a post', async () => {
  content.writePage('about', '## Who\n\nMe.')
  const page = await findPage('about')
  if (!page) throw new Error('the page is not there')
  expect(renderToStaticMarkup(await Mdx({ source: page }))).toContain('<p>Me.</p>')
})
