import type { Case } from '../../db/case-columns'
import type { LatestPost } from '../../lib/comments/comment'
import { firstWords } from '../../lib/comments/first-words'
import { sayReasons } from '../../lib/comments/say-reasons'
import { shortIdOf } from '../../lib/comments/short-id'
import { ageOf } from '../../lib/words/age'
import { tameLine } from './tame-line'

const indent = ' '.repeat(10)

/**
 * A comment as it stands in a terminal: its short id, who wrote it and where, what held it, and all of its text.
 * `title` is that of its post. Whatever came from outside is tamed: a terminal obeys control characters.
 */
export function formatCase(comment: Case, title: string, now: Date = new Date()): string {
  const { parent, anchor, latestPost, website } = comment
  const lines = [
    `${[comment.name, historyOf(comment), ageOf(comment.createdAt, now)].join(', ')}, on “${title}”`,
    comment.forAuthor && 'For you alone: it is never published.',
    comment.reasons.length > 0 && `Why: ${sayReasons(comment.reasons)}`,
    comment.email && `E-mail: ${comment.email}`,
    website && `Website: ${website}`,
    latestPost && sayLatest(latestPost),
    parent && `Answers ${parent.name}: “${firstWords(parent.excerpt)}”`,
    anchor && `About the words “${anchor.exact}”`,
    ...`\n${comment.body}`.split('\n'),
  ].filter((line) => typeof line === 'string')
  const [first = '', ...rest] = lines.map(tameLine)
  return [`${shortIdOf(comment.id)}  ${first}`, ...rest.map((line) => `${indent}${line}`.trimEnd())].join(
    '\n',
  )
}

function historyOf({ byAuthor, personKey, publishedBefore, standing, number }: Case): string {
  const words = []
  if (number !== null) words.push(`number ${number}`)
  if (standing !== null) words.push(standing)
  if (byAuthor) words.push('you')
  else if (personKey === null) words.push('cannot be known again')
  else words.push(publishedBefore === 0 ? 'first comment' : `${publishedBefore} published before`)
  return words.join(', ')
}

function sayLatest({ title, url, nowCalled }: LatestPost): string {
  if (url === null) return `Latest post: ${title} (its page is gone, or leads to another site)`
  const line = `Latest post: ${title} (${url})`
  return nowCalled === undefined ? line : `${line}. Readers do not see it: its page is “${nowCalled}” now`
}
