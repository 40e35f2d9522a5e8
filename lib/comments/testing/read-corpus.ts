import { readFileSync } from 'node:fs'

export type Sample = { language: string; name: string; website: string | null; body: string }

/**
 * A file of comments beside this one: each begins with a line `== language | name | website`, the website left out
 * where none was given, and its text follows. Throws for a heading without a name or a comment without a text.
 */
export function readCorpus(file: 'honest.txt' | 'spam.txt'): Sample[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8')
  return text
    .split(/^== /m)
    .slice(1)
    .map((entry) => {
      const end = entry.indexOf('\n')
      const [language = '', name = '', website = null] = entry.slice(0, end).split(' | ')
      const body = entry.slice(end).trim()
      if (name === '' || body === '')
        throw new Error(`${file}: a comment lacks its name or its text: ${entry}`)
      return { language, name, website, body }
    })
}
