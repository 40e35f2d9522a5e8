'use client'

import { useActionState } from 'react'
import type { FormProblem } from './form-problem'
import { ProblemSummary, problemId } from './problem-summary'
import { TextField } from './text-field'

type Action = (previous: FormProblem | null, form: FormData) => Promise<FormProblem | null>

type PasswordFormProps = {
  action: Action
  /** The title of the whole page: it says when something is wrong. */
  title: string
  /** What goes along unseen, by name. */
  hidden: Record<string, string>
  fields: { name: string; label: string; hint?: string; autoComplete: string }[]
  button: string
}

/** A form of one or more passwords, with what was wrong with them. Without JavaScript a plain POST. */
export function PasswordForm({ action, title, hidden, fields, button }: PasswordFormProps) {
  const [problem, post] = useActionState(action, null, `#${problemId}`)
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
