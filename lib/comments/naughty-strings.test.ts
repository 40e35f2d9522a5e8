import { afterAll, expect, test } from 'vitest'
import { site } from '../../content/site'
import { parseForm } from './schema'
import { readNaughtyStrings } from './testing/read-naughty-strings'
import { textToHtml } from './text-to-html'

const all = readNaughtyStrings()
let harmless = 0

/** What a reader must find again of a text, whatever was taken away and however it was composed. */
function readable(text: string): string {
  return (text.normalize('NFC').match(/[\p{L}\p{N}\p{Extended_Pictographic}]/gu) ?? []).join('')
}

function post(text: string) {
  const form = new FormData()
  const { lengths } = site.comments
  const typed = { slug: 'wool', name: [...text].slice(0, lengths.name).join(''), body: text, intent: 'post' }
  for (const [field, value] of Object.entries(typed)) form.set(field, value)
  const parsed = parseForm(form, lengths)
  if (parsed.status !== 'ok') throw new Error(`It was refused: ${JSON.stringify(parsed)}`)
  return parsed.input
}

/** What is drawn of an HTML text, and the elements it is made of. */
function draw(html: string) {
  const tags = [...html.matchAll(/<(\/?[^\s>]*)[^>]*>/g)].map(([, name]) => name)
  const words = html
    .replace(/<[^>]*>/g, '')
    .replace(/&#x3C;/g, '<')
    .replace(/&#x26;/g, '&')
  return { tags, words }
}

afterAll(() => {
  console.log(`T10: ${harmless} of ${all.length} naughty strings come back inert and readable.`)
})

test.each(all)('%s', (_, text) => {
  const { name, body } = post(text)
  const html = textToHtml(body)
  const { tags, words } = draw(html)
  for (const [where, shown] of Object.entries({ name, words })) {
    expect(shown, `${where}: nothing that turns, controls or is half`).not.toMatch(
      /[\p{Cs}\u202A-\u202E\u2066-\u2069]|[^\P{Cc}\n\t]/u,
    )
    expect(shown, `${where}: no tower`).not.toMatch(/(?:\p{M}[\u200C\u200D]*){9}/u)
    expect(readable(text), `${where}: no letter that was not typed`).toContain(readable(shown))
  }
  expect(name, 'a name holds nothing unseen').not.toMatch(/[\u200B\uFEFF\uFFFD\n]/)
  expect(readable(words), 'every letter of the text').toBe(readable(text))
  for (const tag of tags) expect(['p', '/p', 'br', 'em', '/em']).toContain(tag)
  expect(post(body).body, 'what is stored is stored the same again').toBe(body)
  expect(post(name).name).toBe(name)
  harmless += 1
})

test.each([
  ['Persian with a joiner that must stay', '\u200C'],
  ['Devanagari', '\u200D'],
  ['Telugu that once crashed telephones', '\u200C'],
  ['Emoji joined to families', '\u200D'],
  ['Mongolian with a variant', '\u180B'],
  ['Marks of direction that may stay', '\u200F'],
])('%s keeps its %j in a name and in a text', (title, joiner) => {
  const text = all.find(([each]) => each === title)?.[1] ?? ''
  const { name, body } = post(text)
  for (const kept of [name, draw(textToHtml(body)).words]) {
    expect(kept.split(joiner)).toHaveLength(text.split(joiner).length)
  }
})
