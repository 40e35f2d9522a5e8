import { site } from '../../content/site'
import type { Case } from '../../db/case-columns'
import { listUndecided } from '../../db/find-comments'
import { insertLetterKey } from '../../db/letter-keys'
import { sayReasons } from '../../lib/comments/say-reasons'
import { env } from '../../lib/env'
import type { Letter, LetterPart } from '../../lib/mail/letter'
import type { LetterWorks } from '../../lib/mail/letter-work'
import { mailFrom } from '../../lib/mail/mail-from'
import { findPostById } from '../../lib/posts/find-post'
import { inboxPath } from '../../lib/studio/inbox-query'
import { hashToken, makeToken } from '../../lib/studio/token'
import { count } from '../../lib/words/count'

/** A letter tells of so many comments in full, and says how many more there are. */
const mostInFull = 20
/** Of each of several, in code points. */
const mostOfEach = 2000

/**
 * To the author: what was said, by whom, why it waits, and where to decide. Of several comments as of one. What was
 * decided meanwhile, or is gone, is left out; null when nothing is left. Throws when the database does not answer.
 */
export async function writeAuthorLetter({ comments }: LetterWorks['author']): Promise<Letter | null> {
  const cases = await listUndecided(comments)
  const [first, ...others] = cases
  if (!first) return null
  const isOne = others.length === 0
  const about = [...new Set(cases.map(({ postId }) => `conversation ${postId}`))]
  return {
    to: mailFrom.address,
    subject: `[${site.name}] ${isOne ? await sayOne(first) : sayMany(cases)}`,
    parts: [
      ...(isOne ? [] : [openInbox(cases.length)]),
      ...(await Promise.all(cases.slice(0, mostInFull).map((each) => tellOf(each, isOne)))).flat(),
      {
        part: 'note',
        text: 'These links open a page that asks you once more, without a sign-in, for 30 days. Keep this letter to yourself.',
        link: { label: 'All comments are in the studio', href: `${env.SITE_URL}/studio` },
      },
    ],
    // Letters about several conversations belong to none.
    about: about.length === 1 ? about : [],
    stopHref: null,
  }
}

async function sayOne(comment: Case): Promise<string> {
  return `${stateOf(comment)}: ${comment.name} on "${await titleOf(comment)}"`
}

function sayMany(cases: Case[]): string {
  const waiting = cases.filter(({ status, forAuthor }) => status === 'held' && !forAuthor).length
  return `${count(cases.length, 'comment')}, ${waiting === 0 ? 'none' : waiting} waiting`
}

function openInbox(all: number): LetterPart {
  const more = all - mostInFull
  const href = `${env.SITE_URL}/studio`
  const label = more > 0 ? `Open the inbox, ${more} more are there` : 'Open the inbox'
  return { part: 'links', links: [{ label, href }] }
}

function stateOf({ forAuthor, status }: Case): 'Just for you' | 'New' | 'Waiting' {
  if (forAuthor) return 'Just for you'
  return status === 'published' ? 'New' : 'Waiting'
}

async function titleOf({ postId }: Case): Promise<string> {
  return (await findPostById(postId))?.title ?? postId
}

async function tellOf(comment: Case, isOne: boolean): Promise<LetterPart[]> {
  const { parent, anchor, name, body, latestPost } = comment
  const parts: LetterPart[] = [
    { part: 'heading', text: `${name} on “${await titleOf(comment)}”` },
    { part: 'words', text: sayWhy(comment) },
  ]
  if (parent && parent.excerpt !== '')
    parts.push({ part: 'quoted', by: `In answer to ${parent.name}`, text: parent.excerpt })
  if (anchor) parts.push({ part: 'quoted', by: 'About this passage', text: anchor.exact })
  parts.push({ part: 'quoted', by: name, text: isOne ? body : cut(body) })
  if (latestPost) {
    parts.push({
      part: 'quoted',
      by: 'Latest post offered',
      text: [latestPost.title, latestPost.url].filter((each) => each !== null).join('\n'),
    })
  }
  parts.push({ part: 'note', text: sayWho(comment) })
  const given = [comment.email, comment.website].filter((each) => each !== null)
  if (given.length > 0) parts.push({ part: 'quoted', by: 'They gave', text: given.join('\n') })
  parts.push(await decideLinks(comment))
  return parts
}

function sayWhy({ forAuthor, status, number, editedAt, reasons }: Case): string {
  if (forAuthor) return 'Just for you: nobody else sees it, and it is never published.'
  if (status === 'published') return 'It is on the page.'
  const why = sayReasons(reasons)
  // What has a number was on the page before.
  const waits =
    number === null || editedAt === null
      ? 'It waits for you.'
      : 'Its writer has changed it, and now it waits for you.'
  return why === '' ? waits : `${waits} ${why}.`
}

function sayWho({ publishedBefore, standing }: Case): string {
  const known =
    publishedBefore === 0
      ? 'A first-time commenter'
      : `Somebody with ${count(publishedBefore, 'comment')} published`
  return standing ? `${known}, ${standing}` : known
}

/** Each with what it opens, of a token made for this letter: only its hash is stored. */
async function decideLinks({ id, forAuthor, reach, status, number, postId }: Case): Promise<LetterPart> {
  const token = makeToken()
  await insertLetterKey(hashToken(token), { purpose: 'decide', commentId: id })
  const link = (label: string, verb: string) => ({
    label,
    href: `${env.SITE_URL}/letters/decide/${token}?verb=${verb}`,
  })
  if (forAuthor) {
    const answer = { label: 'Answer in the studio', href: env.SITE_URL + inboxPath({ comment: id }) }
    const canAnswer = reach === 'confirmed' || reach === 'unconfirmed'
    const away = [link('Bin', 'remove'), link('Spam', 'spam')]
    return { part: 'links', links: canAnswer ? [answer, ...away] : away }
  }
  const away = [link('Spam', 'spam'), link('Bin', 'remove')]
  if (status !== 'published') return { part: 'links', links: [link('Approve', 'publish'), ...away] }
  const post = await findPostById(postId)
  const place = post && {
    label: 'See it in its place',
    href: `${env.SITE_URL}/posts/${post.slug}/c/${number}`,
  }
  return { part: 'links', links: place ? [place, ...away] : away }
}

function cut(body: string): string {
  const characters = [...body]
  return characters.length <= mostOfEach ? body : `${characters.slice(0, mostOfEach).join('')} …`
}
