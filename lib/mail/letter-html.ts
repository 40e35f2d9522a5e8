import type { Element, ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { cleanLine } from '../comments/clean-text'
import { dark, light } from '../stitches/colours'
import type { LetterPart } from './letter'
import { quotedLines } from './quoted-lines'

/**
 * What mail programs keep of the look of the site: colours of "cloth" as styles of each element, since many drop a style
 * sheet; those that keep it turn to "vat" in the dark. No picture, no font, nothing to fetch.
 */
const voice = 'font-family:system-ui,-apple-system,"Segoe UI",sans-serif'
const read = 'font-family:Georgia,"Iowan Old Style",serif'
const styles = {
  body: `margin:0;padding:0;background-color:${light.cloth};color:${light.ink}`,
  sheet: `max-width:560px;margin:0 auto;padding:28px 20px;${read};font-size:17px;line-height:1.6`,
  heading: `margin:28px 0 12px;${voice};font-size:22px;line-height:1.25;font-weight:700;text-wrap:balance`,
  words: 'margin:0 0 16px',
  quoted: 'margin:0 0 24px',
  by: `margin:0 0 6px;${voice};font-size:15px;line-height:1.4;color:${light['ink-2']}`,
  text: `margin:0;padding:14px 18px;background-color:${light['cloth-2']};border-left:3px dashed ${light.edge};border-radius:3px;overflow-wrap:anywhere;word-break:break-word`,
  paragraph: 'margin:0 0 12px',
  last: 'margin:0',
  links: `margin:0 0 28px;${voice};font-size:16px;line-height:1.4`,
  button: `display:inline-block;margin:0 20px 8px 0;padding:11px 18px;border-radius:3px;background-color:${light.indigo};color:${light.cloth};text-decoration:none;font-weight:600`,
  link: `display:inline-block;margin:0 20px 8px 0;padding:11px 0;color:${light.indigo};text-decoration:underline`,
  note: `margin:0 0 12px;${voice};font-size:14px;line-height:1.5;color:${light['ink-2']}`,
  // Moves to the next line as a whole: browsers part “e-mails”.
  noteLink: `display:inline-block;color:${light.indigo};text-decoration:underline`,
}
const inTheDark = [
  `.body{background-color:${dark.cloth}!important;color:${dark.ink}!important}`,
  `.text{background-color:${dark['cloth-2']}!important;border-color:${dark.edge}!important}`,
  `.quiet{color:${dark['ink-2']}!important}`,
  `.link{color:${dark.indigo}!important}`,
  `.button{background-color:${dark.indigo}!important;color:${dark.cloth}!important}`,
].join('')

/** A letter as one HTML page without tables, 600 px wide at most. `title` is its subject, `language` as in `<html lang>`. */
export function letterToHtml(parts: LetterPart[], title: string, language: string): string {
  const firstLinks = parts.find(({ part }) => part === 'links')
  const sheet = element(
    'div',
    { style: styles.sheet },
    parts.map((part) => toElement(part, part === firstLinks)),
  )
  const page = element('html', { lang: language }, [
    element('head', {}, [
      element('meta', { charSet: 'utf-8' }),
      element('meta', { name: 'viewport', content: 'width=device-width' }),
      element('meta', { name: 'color-scheme', content: 'light dark' }),
      element('meta', { name: 'supported-color-schemes', content: 'light dark' }),
      element('title', {}, [text(title)]),
      element('style', {}, [text(`@media (prefers-color-scheme:dark){${inTheDark}}`)]),
    ]),
    element('body', { className: ['body'], style: styles.body }, [sheet]),
  ])
  const root: Root = { type: 'root', children: [{ type: 'doctype' }, page] }
  return toHtml(root)
}

function toElement(part: LetterPart, hasButton: boolean): ElementContent {
  switch (part.part) {
    case 'heading':
      return element('h1', { style: styles.heading }, [text(cleanLine(part.text))])
    case 'words':
      return element('p', { style: styles.words }, [text(cleanLine(part.text))])
    case 'quoted':
      return element('div', { style: styles.quoted }, [
        element('p', { className: ['quiet'], style: styles.by }, [text(`${cleanLine(part.by)}:`)]),
        element(
          'blockquote',
          { className: ['text'], style: styles.text, dir: 'auto' },
          toParagraphs(part.text),
        ),
      ])
    case 'links':
      return element(
        'p',
        { style: styles.links },
        part.links.flatMap(({ label, href }, index) => {
          const look = hasButton && index === 0 ? 'button' : 'link'
          const link = element('a', { href, className: [look], style: styles[look] }, [text(label)])
          // The space is for programs that drop the margin.
          return index === 0 ? [link] : [text(' '), link]
        }),
      )
    case 'note':
      return element('p', { className: ['quiet'], style: styles.note }, [
        text(cleanLine(part.text)),
        ...(part.link
          ? [
              text(' '),
              element('a', { href: part.link.href, className: ['link'], style: styles.noteLink }, [
                text(part.link.label),
              ]),
            ]
          : []),
      ])
  }
}

/** Somebody's words as they stand, markup and all: blank lines make paragraphs, other line ends are kept. */
function toParagraphs(words: string): Element[] {
  const paragraphs = quotedLines(words)
    .join('\n')
    .split(/\n{2,}/)
  return paragraphs.map((paragraph, index) =>
    element(
      'p',
      { style: index === paragraphs.length - 1 ? styles.last : styles.paragraph },
      paragraph
        .split('\n')
        .flatMap((line, at) => (at === 0 ? [text(line)] : [element('br', {}), text(line)])),
    ),
  )
}

function element(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children }
}

function text(value: string): ElementContent {
  return { type: 'text', value }
}
