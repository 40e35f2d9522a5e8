import { site } from '../../content/site'
import { env } from '../env'
import type { CommentFacts } from './decide'

/** A comment, and what of its request is known while that lasts: the address and the browser are stored nowhere. */
export type AkismetQuestion = {
  name: string
  email: string | null
  website: string | null
  /** As typed. */
  body: string
  isReply: boolean
  /** Where it stands, or would; null when that is not known. */
  permalink: string | null
  writtenAt: Date
  /** The network as `clientAddress` gives it; null when it is not believed, or is gone by now. */
  network: string | null
  userAgent: string | null
  /** True for a comment that its writer changed. */
  isEdited: boolean
}

export type AkismetAnswer = NonNullable<CommentFacts['akismet']>

type How = {
  key: string
  /** Where Akismet is; tests have one of their own. */
  origin?: string
  /** How long it may take in all, in milliseconds. */
  patience?: number
}

/** What stands for an address that nobody knows, as in WordPress: Akismet answers nothing without one. */
const noAddress = '0.0.0.0'
/** Longer than what browsers say of themselves; what is longer is no browser. */
const longestAgent = 500
/** `false` is the longest answer there is. */
const longestAnswer = 5

/**
 * Asks Akismet about a comment. `true` is spam and `false` is ham; anything else, in time or not, is `unknown`, and
 * said in the log without a word of the comment. Never throws. https://akismet.com/developers/comment-check
 */
export async function askAkismet(
  question: AkismetQuestion,
  { key, origin = 'https://rest.akismet.com', patience = 3_000 }: How,
): Promise<AkismetAnswer> {
  try {
    const response = await fetch(`${origin}/1.1/comment-check`, {
      method: 'POST',
      headers: { 'user-agent': `Unpicked (+${env.SITE_URL})` },
      body: toForm(question, key),
      // What it is told is meant for nobody else.
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    const answer = await readStart(response)
    if (response.ok && answer === 'true') return 'spam'
    if (response.ok && answer === 'false') return 'ham'
    console.error(`Akismet answered ${response.status}, and neither true nor false. Is AKISMET_KEY right?`)
  } catch (error) {
    console.error(`Akismet did not answer: ${sayFailure(error)}`)
  }
  return 'unknown'
}

function toForm(question: AkismetQuestion, key: string): URLSearchParams {
  const { name, email, website, body, permalink, network, userAgent } = question
  return new URLSearchParams({
    api_key: key,
    blog: env.SITE_URL,
    blog_lang: site.language.toLowerCase().replaceAll('-', '_'),
    blog_charset: 'UTF-8',
    // Of IPv6 only the network is told.
    user_ip: network?.replace(/\/64$/, '') ?? noAddress,
    ...(userAgent !== null && { user_agent: userAgent.slice(0, longestAgent) }),
    comment_type: question.isReply ? 'reply' : 'comment',
    comment_author: name,
    ...(email !== null && { comment_author_email: email }),
    ...(website !== null && { comment_author_url: website }),
    comment_content: body,
    comment_date_gmt: question.writtenAt.toISOString(),
    ...(permalink !== null && { permalink }),
    ...(question.isEdited && { recheck_reason: 'edit' }),
  })
}

/** The beginning of an answer, as much as tells what it is: whoever sends more is not listened to any longer. */
async function readStart({ body }: Response): Promise<string> {
  if (!body) return ''
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  while (text.length <= longestAnswer) {
    const { done, value } = await reader.read()
    if (done) return text
    text += decoder.decode(value, { stream: true })
  }
  await reader.cancel()
  return text
}

/** What the connection said; what was sent is in none of it. */
function sayFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error'
  return error.cause instanceof Error ? error.cause.message : error.message
}
