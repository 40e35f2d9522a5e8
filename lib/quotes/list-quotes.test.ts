import { expect, test } from 'vitest'
import { site } from '../../content/site'
import { parseMdx } from '../posts/mdx/parse-mdx'
import { unravel } from '../posts/mdx/unravel'
import { listQuotes } from './list-quotes'

function parse(body: string) {
  const tree = parseMdx(body)
  unravel(tree)
  return tree
}

test('quotes are numbered in the order of the post, also those inside other elements', () => {
  const tree = parse(
    '<Tweetable>One *line*.</Tweetable>\n\n<Callout>\n<Tweetable tweet="Short." via="@wren" url="no">\nOf three\nlines.\n</Tweetable>\n</Callout>\n\n<Tweetable via="no">Last.</Tweetable>\n',
  )
  expect(listQuotes(tree)).toMatchObject([
    { number: 1, text: 'One line.', tweet: 'One line.', via: site.handles.x, withUrl: true },
    { number: 2, text: 'Of three lines.', tweet: 'Short.', via: 'wren', withUrl: false },
    { number: 3, text: 'Last.', tweet: 'Last.', via: null, withUrl: true },
  ])
})

test('a post without cards has no quotes', () => {
  expect(listQuotes(parse('> Only a quotation.\n'))).toEqual([])
})

test('a quote is repeated when the text says its words too, and not because a card does', () => {
  const tree = parse(
    'We said: one line. And went\non.\n\n<Tweetable>one line.</Tweetable>\n\n<Callout>\n<Tweetable>And went on.</Tweetable>\n<Tweetable>Never said.</Tweetable>\n</Callout>\n\n<Tweetable>Never said.</Tweetable>\n',
  )
  expect(listQuotes(tree).map((quote) => quote.repeated)).toEqual([true, true, false, false])
})
