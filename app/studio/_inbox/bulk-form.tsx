'use client'

import { type FormEvent, type RefObject, useActionState } from 'react'
import type { CommentStatus } from '@/lib/comments/comment'
import { words } from './act-words'
import { act } from './actions'

/** The form that all boxes in the list belong to. */
export const bulkForm = 'bulk'

type BulkFormProps = {
  status: CommentStatus
  back: string
  /** The same page with every box ticked, for browsers without JavaScript. */
  allPath: string
  list: RefObject<HTMLOListElement | null>
  problem: string | null
  onSend: (form: FormData) => void
  onProblem: (problem: string | null) => void
}

/** Select all, and what is done to all that is selected. */
export function BulkForm({ status, back, allPath, list, problem, onSend, onProblem }: BulkFormProps) {
  const [state, post] = useActionState(act, null)
  const said = problem ?? (state && !state.ok ? state.problem : null)

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const form = new FormData(event.currentTarget, submitter)
    onProblem(form.has('id') ? null : words.nothing)
    if (form.has('id')) onSend(form)
  }

  function tickAll(checked: boolean) {
    for (const box of list.current?.querySelectorAll<HTMLInputElement>('input[name="id"][form]') ?? [])
      box.checked = checked
  }

  return (
    <form className="bulk" id={bulkForm} action={post} onSubmit={send} aria-label="With all that is selected">
      <input type="hidden" name="back" value={back} />
      <label className="check scripted">
        <input type="checkbox" onChange={(event) => tickAll(event.currentTarget.checked)} />
        Select all
      </label>
      <a className="quiet unscripted" href={allPath}>
        Select all
      </a>
      {status !== 'published' && <Verb verb="publish" label="Approve" />}
      {status !== 'held' && <Verb verb="hold" label="Back to waiting" />}
      {status !== 'spam' && <Verb verb="spam" label="Spam" />}
      {status !== 'removed' && <Verb verb="remove" label="Bin" />}
      <p className="case-problem" role="status">
        {said}
      </p>
    </form>
  )
}

function Verb({ verb, label }: { verb: string; label: string }) {
  return (
    <button className="quiet" type="submit" name="verb" value={verb}>
      {label}
      <span className="vh"> all that is selected</span>
    </button>
  )
}
