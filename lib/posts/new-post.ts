import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { stringify } from 'yaml'
import { template } from './check/check-template'
import { pathOf } from './content-file'
import { isoDay } from './dates'
import { slugify } from './slugify'

/** Latin letters that are no letter with an accent: as they are written where they are missing. */
const spellings: Record<string, string> = {
  ß: 'ss',
  ẞ: 'ss',
  æ: 'ae',
  Æ: 'ae',
  œ: 'oe',
  Œ: 'oe',
  ø: 'o',
  Ø: 'o',
  ł: 'l',
  Ł: 'l',
  đ: 'd',
  Đ: 'd',
  ð: 'd',
  Ð: 'd',
  þ: 'th',
  Þ: 'th',
  ı: 'i',
  ħ: 'h',
  Ħ: 'h',
  ŧ: 't',
  Ŧ: 't',
  ŋ: 'ng',
  Ŋ: 'ng',
}
const spelled = new RegExp(`[${Object.keys(spellings).join('')}]`, 'g')

/**
 * Begins a post: a draft with its front matter, in a file named after its title. Gives back the file's path.
 * Throws an `Error` with words for the author when the title makes no address, or when there is such a post already.
 */
export async function newPost(title: string, now: Date = new Date()): Promise<string> {
  const words = title.trim()
  const slug = slugify(words.normalize('NFD').replace(spelled, (letter) => spellings[letter] ?? ''))
    .replace(/[^a-z0-9-]/g, '')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '')
  if (slug === '') {
    throw new Error(
      'The address of a post is made of Latin letters and digits, and this title has none. Begin it with another one, and write the title you want into the file: npm run new -- "On waiting"',
    )
  }
  const path = pathOf(`posts/${slug}.mdx`)
  const front = stringify({
    title: words,
    description: template.description,
    date: isoDay(now.toISOString()),
    tags: [],
    draft: true,
  })
  await mkdir(dirname(path), { recursive: true })
  try {
    await writeFile(path, `---\n${front}---\n\n${template.body}\n`, { flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    throw new Error(`${path} is there already: open it, or choose another title.`)
  }
  return path
}
