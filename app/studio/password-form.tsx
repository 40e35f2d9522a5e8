'use client'

import { useActionState, useSyncExternalStore } from 'react'
import { neverChanges } from '@/components/never-changes'
import type { FormProblem } from './form-problem'
import { ProblemSummary, problemId } from './problem-summary'
import { TextField } from './text-field'

type Action = (previous: FormProblem | null, form: FormData) => Promise<FormProblem | null>

type PasswordFormProps = {
  /** The only address from which it is taken. */
  siteUrl: string
  action: Action
  /** The title of the whole page: it says when something is wrong. */
  title: string
  /** What goes along unseen, by name. */
  hidden: Record<string, string>
  fields: { name: string; label: string; hint?: string; autoComplete: string }[]
  button: string
}

/**
 * A form of one or more passwords, with what was wrong with them. Without JavaScript a plain POST. Where a browser came by
 * another address, such as `127.0.0.1` for `localhost`, every request would be refused: it leads to the right one instead.
 */
export function PasswordForm({ siteUrl, action, title, hidden, fields, button }: PasswordFormProps) {
  const [problem, post] = useActionState(action, null, `#${problemId}`)
  const origin = useSyncExternalStore(
    neverChanges,
    () => window.location.origin,
    () => siteUrl,
  )
  if (origin !== siteUrl) return <Elsewhere siteUrl={siteUrl} title={title} />
  return (
    <form action={post} className="sign-in">
      <title>{problem ? `Error: ${title}` : title}</title>
      {problem && <ProblemSummary problems={[problem]} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <TextField
          key={field.name}
          {...field}
          type="password"
          error={problem?.field === field.name ? problem.message : undefined}
        />
      ))}
      <p>
        <button className="btn btn-1" type="submit">
          {button}
        </button>
      </p>
    </form>
  )
}

function Elsewhere({ siteUrl, title }: Pick<PasswordFormProps, 'siteUrl' | 'title'>) {
  const { pathname, search } = window.location
  return (
    <p className="desk-note" role="alert">
      <title>{title}</title>
      The studio takes a password at the blog’s own address alone, and this is another. Go on at{' '}
      <a href={siteUrl + pathname + search}>{siteUrl}</a>. If your blog is not there, set{' '}
      <code>SITE_URL</code> to where it is.
    </p>
  )
}
