'use client'

import { type FormEvent, type RefObject, useActionState, useRef } from 'react'
import type { InboxPlace } from '@/lib/studio/inbox-query'
import { words } from './act-words'
import { act } from './actions'
import type { NameOf } from './left-note'
import { ProblemNote } from './problem-note'

/** The form that all boxes in the list belong to. */
export const bulkForm = 'bulk'

type BulkFormProps = {
  status: InboxPlace
  back: string
  /** The same page with every box ticked, for browsers without JavaScript. */
  allPath: string
  list: RefObject<HTMLOListElement | null>
  nameOf: NameOf
  problem: string | null
  /** Some of what waits was written for the author alone. */
  canRead: boolean
  onSend: (form: FormData) => void
  onProblem: (problem: string | null) => void
}

/** Select all, and what is done to all that is selected. */
export function BulkForm(props: BulkFormProps) {
  const { status, back, allPath, list, nameOf, problem, canRead, onSend, onProblem } = props
  const [state, post] = useActionState(act, null)
  const all = useRef<HTMLInputElement>(null)

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const form = new FormData(event.currentTarget, submitter)
    onProblem(form.has('id') ? null : words.nothing)
    if (!form.has('id')) return
    // Those it ticked go.
    if (all.current) all.current.checked = false
    onSend(form)
  }

  function tickAll(checked: boolean) {
    onProblem(null)
    for (const box of list.current?.querySelectorAll<HTMLInputElement>('input[name="id"][form]') ?? [])
      box.checked = checked
  }

  return (
    <form className="bulk" id={bulkForm} action={post} onSubmit={send} aria-label="With all that is selected">
      <input type="hidden" name="back" value={back} />
      <label className="check scripted">
        <input type="checkbox" ref={all} onChange={(event) => tickAll(event.currentTarget.checked)} />
        Select all
      </label>
      <a className="quiet unscripted" href={allPath}>
        Select all
      </a>
      {status !== 'published' && status !== 'answered' && <Verb verb="publish" label="Approve" />}
      {status === 'held' && canRead && <Verb verb="read" label="Mark as read" />}
      {status !== 'held' && <Verb verb="hold" label="Back to waiting" />}
      {status !== 'spam' && <Verb verb="spam" label="Spam" />}
      {status !== 'removed' && <Verb verb="remove" label="Bin" />}
      <p className="case-problem" role="status">
        {problem}
        {problem === null && state && !state.ok && (
          <ProblemNote problem={state.problem} left={state.left} loadPath={null} nameOf={nameOf} />
        )}
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
