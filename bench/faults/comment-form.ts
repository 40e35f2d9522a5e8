/** The comment form of one page, as a browser without JavaScript holds it. */
export type CommentForm = {
  /** Where the form posts to. */
  url: string
  /** What Next put into the form: the action's id and its state. */
  hidden: [name: string, value: string][]
}

export type Typed = { body: string; name: string; email?: string; key?: string }

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

/** Posts as a browser without JavaScript does. Rejects only when the connection breaks. */
export async function postForm(form: CommentForm, typed: Typed, signal?: AbortSignal): Promise<Posted> {
  const data = new FormData()
  for (const [name, value] of form.hidden) data.append(name, value)
  data.append('body', typed.body)
  data.append('name', typed.name)
  data.append('email', typed.email ?? '')
  data.append('website', '')
  if (typed.key) data.append('key', typed.key)
  data.append('intent', 'post')
  const answer = await fetch(form.url, {
    method: 'POST',
    body: data,
    headers: { origin: new URL(form.url).origin },
    redirect: 'manual',
    ...(signal ? { signal } : {}),
  })
  const html = await answer.text()
  const location = answer.headers.get('location')
  if (answer.status === 303 && location) return { ok: true, location }
  return { ok: false, status: answer.status, html }
}
