import { z } from 'zod'

/** The comment form of one page, as a browser without JavaScript holds it. */
export type CommentForm = {
  /** Where the form posts to. */
  url: string
  /** What Next put into the form: the action's id and its state. */
  hidden: [name: string, value: string][]
}

export type Typed = { body: string; name: string; email?: string; website?: string; addLatest?: string }

/** What came of a post: where the comment stands, or the answer that was given instead. */
export type Posted = { ok: true; location: string } | { ok: false; status: number; html: string }

function attribute(tag: string, name: string): string | null {
  const value = tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1]
  return value === undefined ? null : unescapeHtml(value)
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** Reads `form#comment-form` out of a page. Throws when the page has none. */
function readForm(url: string, html: string): CommentForm {
  const form = html.match(/<form\b[^>]*\bid="comment-form"[\s\S]*?<\/form>/)?.[0]
  if (!form) throw new Error(`${url} has no form#comment-form`)
  const hidden = [...form.matchAll(/<input\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => attribute(tag, 'type') === 'hidden')
    .map((tag): [string, string] => [attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? ''])
    .filter(([name]) => name !== '' && name !== 'key' && name !== 'elapsed')
  return { url, hidden }
}

/** Fetches a page and reads its form. Throws when the answer is not 200. */
export async function openForm(url: string): Promise<CommentForm> {
  const answer = await fetch(url)
  const html = await answer.text()
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`)
  return readForm(url, html)
}

/** What stands in the fields of the form in this answer, by their names. */
export function readFields(html: string): Map<string, string> {
  const form = html.match(/<form\b[^>]*\bid="comment-form"[\s\S]*?<\/form>/)?.[0] ?? ''
  const inputs = [...form.matchAll(/<input\b[^>]*>/g)].map(([tag]): [string, string] => [
    attribute(tag, 'name') ?? '',
    attribute(tag, 'value') ?? '',
  ])
  const body = form.match(/<textarea\b[^>]*\bname="body"[^>]*>([\s\S]*?)<\/textarea>/)?.[1] ?? ''
  return new Map([...inputs, ['body', unescapeHtml(body).replace(/^\n/, '')]])
}

/** Posts as a browser without JavaScript does, with further `headers`. Rejects only when the connection breaks. */
export async function postForm(
  form: CommentForm,
  typed: Typed,
  headers: Record<string, string> = {},
): Promise<Posted> {
  const data = new FormData()
  for (const [name, value] of form.hidden) data.append(name, value)
  for (const [name, value] of fieldsOf(typed)) data.append(name, value)
  const answer = await fetch(form.url, {
    method: 'POST',
    body: data,
    headers: { origin: new URL(form.url).origin, ...headers },
    redirect: 'manual',
  })
  const html = await answer.text()
  const location = answer.headers.get('location')
  if (answer.status === 303 && location) return { ok: true, location }
  return { ok: false, status: answer.status, html }
}

const scriptAnswer = z.object({
  status: z.string(),
  message: z.string().optional(),
  href: z.string().optional(),
})

/** What the script of the page is told of a post: `published` has an `href`, `failed` a `message`. */
export type ScriptAnswer = z.output<typeof scriptAnswer>

/** Posts with a key as the script of the page does. Rejects when the connection breaks or the answer is no answer. */
export async function postByScript(form: CommentForm, typed: Typed, key: string): Promise<ScriptAnswer> {
  // React's encoding of `postComment({ status: 'idle' }, formData)`: argument 2 is the form data with the number 1.
  const data = new FormData()
  for (const [name, value] of form.hidden) if (!name.startsWith('$')) data.append(`_1_${name}`, value)
  for (const [name, value] of [...fieldsOf(typed), ['key', key]]) data.append(`_1_${name}`, value ?? '')
  data.append('0', '[{"status":"idle"},"$K1"]')
  const answer = await fetch(form.url, {
    method: 'POST',
    body: data,
    headers: { origin: new URL(form.url).origin, accept: 'text/x-component', 'next-action': actionId(form) },
  })
  const text = await answer.text()
  const line = text.match(/^1:(\{.*\})$/m)?.[1]
  if (!line) throw new Error(`A post by script was answered ${answer.status}: ${text.slice(0, 200)}`)
  return scriptAnswer.parse(JSON.parse(line))
}

function fieldsOf({
  body,
  name,
  email = '',
  website = '',
  addLatest = '',
}: Typed): [name: string, value: string][] {
  return Object.entries({ body, name, email, website, addLatest, intent: 'post' })
}

function actionId(form: CommentForm): string {
  const bound = form.hidden.find(([name]) => /^\$ACTION_\d+:0$/.test(name))?.[1] ?? '{}'
  return z.object({ id: z.string() }).parse(JSON.parse(bound)).id
}
