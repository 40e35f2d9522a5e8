'use client'

import { useActionState } from 'react'
import { ProblemSummary, problemId } from '@/app/studio/problem-summary'
import { TextField } from '@/app/studio/text-field'
import type { RulesField, TypedRules } from '@/lib/studio/check-rules'
import { keepRules } from './actions'

type RulesFormProps = {
  rules: TypedRules
  /** The title of the whole page: it says when something is wrong. */
  title: string
  /** They were just kept. */
  isKept: boolean
}

/** The rules that decide about a comment on arrival. */
export function RulesForm({ rules, title, isKept }: RulesFormProps) {
  const [state, post] = useActionState(keepRules, null, `/studio/rules#${problemId}`)
  const typed = state?.typed ?? rules
  const fieldOf = (name: RulesField) => ({
    name,
    defaultValue: typed[name],
    error: state?.problems.find(({ field }) => field === name)?.message,
  })
  return (
    // Fields show what was typed last, also after a mistake: the form is made anew then.
    <form className="rules" action={post} key={JSON.stringify(typed)}>
      <title>{state ? `Error: ${title}` : title}</title>
      {isKept && !state && (
        <p role="status" id="kept">
          Kept. The next comment is decided by these.
        </p>
      )}
      {state && <ProblemSummary problems={state.problems} />}
      <label className="check">
        <input type="checkbox" name="holdFirst" value="1" defaultChecked={typed.holdFirst} />
        First comments wait for a read-through
      </label>
      <NumberField {...fieldOf('links')} label="Hold comments with this many links" />
      <NumberField {...fieldOf('floodCount')} label="Hold when one person wrote this many comments" />
      <NumberField {...fieldOf('floodMinutes')} label="within so many minutes" />
      <NumberField {...fieldOf('quickest')} label="Written in fewer seconds counts as quick" />
      <WordsField {...fieldOf('holdWords')} label="Words that hold a comment" />
      <WordsField {...fieldOf('spamWords')} label="Words that make it probable spam" />
      <button className="btn btn-1" type="submit">
        Keep these rules
      </button>
    </form>
  )
}

type FieldProps = { name: string; label: string; defaultValue: string; error: string | undefined }

function NumberField(field: FieldProps) {
  return <TextField {...field} inputMode="decimal" />
}

function WordsField(field: FieldProps) {
  return <TextField {...field} rows={8} hint="One word or phrase a line; only whole words count" />
}
