import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The posts that the reading part comments on, and how many comments each has. */
export const talkedOf = { 'post-00001': 0, 'post-00002': 20, 'post-00003': 1_000, 'post-00004': 10_000 }

/** The slug of the post with this number, from 1. */
export function slugOf(number: number): string {
  return `post-${String(number).padStart(5, '0')}`
}

/**
 * Writes `count` posts into `folder`, and the author's pages: about 700 words each, put together from the
 * paragraphs of the author's own posts, so that no two are alike and all are of real language. Every fourth has
 * code, every second a quote; ten tags.
 */
export function writePosts(folder: string, count: number): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'posts'), { recursive: true })
  cpSync('content/pages', join(folder, 'pages'), { recursive: true })
  const paragraphs = readParagraphs()
  for (let number = 1; number <= count; number += 1) {
    writeFileSync(join(folder, 'posts', `${slugOf(number)}.mdx`), postText(number, paragraphs))
  }
}

/** Plain paragraphs only: nothing in them refers to another place of their post. */
function readParagraphs(): string[] {
  return readdirSync('content/posts')
    .map((file) => readFileSync(join('content/posts', file), 'utf8').replace(/^---[\s\S]*?\n---\n/, ''))
    .flatMap((text) => text.split(/\n{2,}/))
    .filter((paragraph) => /^[A-Z][^<>{}[\]|`]{120,}$/.test(paragraph.trim()))
}

function postText(number: number, paragraphs: string[]): string {
  const pick = (step: number) => paragraphs[(number * 7 + step * 13) % paragraphs.length] ?? ''
  const day = new Date(Date.UTC(2026, 10, 1) - number * 3_600_000 * 8).toISOString().slice(0, 16)
  const sections = [0, 1, 2, 3].map((part) =>
    [`## Part ${part + 1} of ${number}`, pick(part * 3), pick(part * 3 + 1), pick(part * 3 + 2)].join('\n\n'),
  )
  const quote =
    number % 2 === 0 ? `<Tweetable>Whatever holds for ${number} days may hold for one more.</Tweetable>` : ''
  const code = number % 4 === 0 ? `\`\`\`ts\nexport const stitches = [${number}, ${number + 1}]\n\`\`\`` : ''
  const head = [
    '---',
    `title: Post ${number} of many`,
    `description: Written for the bench, number ${number}.`,
    `date: ${day}`,
    `tags: [tag ${number % 10}]`,
    '---',
  ].join('\n')
  return `${[head, ...sections, quote, code].filter(Boolean).join('\n\n')}\n`
}
