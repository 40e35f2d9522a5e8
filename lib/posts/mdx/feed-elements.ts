import type { Element, ElementContent, Properties } from 'hast'
import type { Options } from 'remark-rehype'
import { quoteMarks } from '../../quotes/quote-marks'
import { shareLinks } from '../../quotes/share-links'
import { calloutTitle } from '../../words/callout-title'
import { languageOf } from '../language'
import type { Post, Quote } from '../post'
import { type MdxElement, textAttribute } from './attributes'
import { inLine } from './in-line'

type Handlers = NonNullable<Options['handlers']>
type State = Parameters<NonNullable<Handlers['link']>>[0]
type Render = (element: MdxElement, words: ElementContent[]) => ElementContent[]

/** How each element of a post looks in a feed: as plain HTML that says the same. `url` is its own address. */
export function feedElements(post: Pick<Post, 'quotes' | 'lang'>, url: string): Handlers {
  const marks = quoteMarks(languageOf(post).dir === 'rtl')
  let quoteNumber = 0
  const renders: Record<string, Render> = {
    Tweetable: (_, words) => tweetable(post.quotes[quoteNumber++], url, marks, words),
    Sponsored: (element, words) => [
      make('a', { href: textAttribute(element, 'href') ?? '', rel: ['sponsored'] }, inLine(words)),
    ],
    Figure: figure,
    Callout: callout,
  }
  const handler = (state: State, element: MdxElement): ElementContent[] =>
    renders[element.name ?? '']?.(element, state.all(element)) ?? []
  return { mdxJsxFlowElement: handler, mdxJsxTextElement: handler }
}

function tweetable(
  quote: Quote | undefined,
  url: string,
  [opens, closes]: [string, string],
  words: ElementContent[],
): ElementContent[] {
  if (!quote) return []
  const { x } = shareLinks({ text: quote.tweet, url: quote.withUrl ? url : null, via: quote.via })
  const page = `${url}/quotes/${quote.number}`
  const { bluesky, threads } = shareLinks({ text: quote.tweet, url: quote.withUrl ? page : null })
  const link = (href: string, words: string) => make('a', { href }, [text(words)])
  return [
    make('blockquote', {}, [make('p', {}, [text(opens), ...inLine(words), text(closes)])]),
    make('p', {}, [
      link(x, 'Click to Tweet'),
      text(' · '),
      link(bluesky, 'Bluesky'),
      text(' · '),
      link(threads, 'Threads'),
    ]),
  ]
}

function figure(element: MdxElement, caption: ElementContent[]): ElementContent[] {
  const picture: Properties = {}
  for (const name of ['src', 'alt', 'width', 'height']) picture[name] = textAttribute(element, name)
  const words = inLine(caption)
  return [
    make('figure', {}, [
      make('img', picture, []),
      ...(words.length > 0 ? [make('figcaption', {}, words)] : []),
    ]),
  ]
}

function callout(element: MdxElement, words: ElementContent[]): ElementContent[] {
  const title = textAttribute(element, 'title') ?? calloutTitle(textAttribute(element, 'tone'))
  return [make('blockquote', {}, [make('p', {}, [make('strong', {}, [text(title)])]), ...words])]
}

export function make(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}

export function text(value: string): ElementContent {
  return { type: 'text', value }
}
