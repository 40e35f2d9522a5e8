import type { Typed } from './comment-form'

/** The form of a page as a browser without JavaScript holds it, for what no browser would send. */
export type PlainForm = {
  /** Where it posts to. */
  url: string
  /** The fields nobody sees: the post's slug, and what Next adds to find the action. */
  hidden: [name: string, value: string][]
}

/** Reads the form out of a page. Throws when there is none. */
export async function openPlainForm(url: string): Promise<PlainForm> {
  return readPlainForm(url, await (await fetch(url)).text())
}

/** As `openPlainForm`, out of a page that is here: an answer with mistakes keeps what was typed in it. */
export function readPlainForm(url: string, html: string): PlainForm {
  const form = /<form\b[^>]*\bid="comment-form"[\s\S]*?<\/form>/.exec(html)?.[0]
  if (!form) throw new Error(`There is no comment form on ${url}.`)
  return { url, hidden: readHidden(form) }
}

/** The fields nobody sees, of a form in HTML. */
export function readHidden(form: string): PlainForm['hidden'] {
  return [...form.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)].map(([tag]): [string, string] => [
    attribute(tag, 'name'),
    attribute(tag, 'value'),
  ])
}

/** What the form sends when it is filled in like this: with fields it does not have, and others in its hidden ones. */
export function formData(form: PlainForm, typed: Partial<Typed> & Record<string, string>): FormData {
  const data = new FormData()
  const fields = { body: '', name: '', email: '', website: '', intent: 'post', ...typed }
  const hidden = form.hidden.filter(([name]) => !Object.hasOwn(fields, name))
  for (const [name, value] of [...hidden, ...Object.entries(fields)]) data.append(name, value)
  return data
}

/** Posts without following where the answer leads: 303 to the comment or the receipt, 200 with what is wrong. */
export async function postPlainly(
  form: PlainForm,
  typed: Partial<Typed> & Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(form.url, {
    method: 'POST',
    body: formData(form, typed),
    headers: { origin: new URL(form.url).origin, ...headers },
    redirect: 'manual',
  })
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  return value.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}
