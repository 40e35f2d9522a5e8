'use client'

import { useActionState } from 'react'
import { keepRules } from './actions'
import type { TypedRules } from './rules-state'

/** The rules that decide about a comment on arrival. */
export function RulesForm({ rules }: { rules: TypedRules }) {
  const [state, post] = useActionState(keepRules, null)
  const typed = state?.typed ?? rules
  return (
    // Fields show what was typed last, also after a mistake: the form is made anew then.
    <form className="rules" action={post} key={JSON.stringify(typed)}>
      <label className="check">
        <input type="checkbox" name="holdFirst" value="1" defaultChecked={typed.holdFirst} />
        First comments wait for a read-through
      </label>
      <NumberField name="links" label="Hold comments with this many links" value={typed.links} />
      <NumberField
        name="floodCount"
        label="Hold when one person wrote this many comments"
        value={typed.floodCount}
      />
      <NumberField name="floodMinutes" label="within so many minutes" value={typed.floodMinutes} />
      <NumberField name="quickest" label="Written in fewer seconds counts as quick" value={typed.quickest} />
      <WordsField name="holdWords" label="Words that hold a comment" value={typed.holdWords} />
      <WordsField name="spamWords" label="Words that make it probable spam" value={typed.spamWords} />
      {state && (
        <p className="case-problem" role="alert">
          {state.problem}
        </p>
      )}
      <button className="btn btn-1" type="submit">
        Keep these rules
      </button>
    </form>
  )
}

type FieldProps = { name: string; label: string; value: string }

function NumberField({ name, label, value }: FieldProps) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <input id={name} name={name} inputMode="decimal" defaultValue={value} />
    </div>
  )
}

function WordsField({ name, label, value }: FieldProps) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <small id={`${name}-hint`}>One word or phrase a line; only whole words count</small>
      <textarea id={name} name={name} rows={8} defaultValue={value} aria-describedby={`${name}-hint`} />
    </div>
  )
}
