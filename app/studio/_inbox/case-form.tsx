'use client'

import { type FormEvent, useActionState } from 'react'
import { FilledTextarea } from '@/components/filled-textarea'
import { act } from './actions'
import { AnswerByLetter } from './answer-by-letter'
import { toRead } from './read-texts'
import type { Row } from './row'

type CaseFormProps = {
  row: Row
  /** The address this page has, to come back to without JavaScript. */
  back: string
  isSending: boolean
  onSend: (row: Row, form: FormData) => void
}

/** What can be done to one comment. Without JavaScript a plain POST; with it, `onSend`. */
export function CaseForm({ row, back, isSending, onSend }: CaseFormProps) {
  const [state, post] = useActionState(act, null, `#case-${row.id}`)
  const problem = state && !state.ok ? state : null
  const isWaiting = row.status !== 'published'
  const isPutAway = row.status === 'spam' || row.status === 'removed'

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    if (!isSending) onSend(row, new FormData(event.currentTarget, submitter))
  }

  return (
    <form className="do" action={post} onSubmit={send}>
      <input type="hidden" name="id" value={row.id} />
      <input type="hidden" name="read" value={toRead(row)} />
      <input type="hidden" name="back" value={back} />
      {problem && (
        <p className="case-problem" role="alert">
          {problem.problem}
        </p>
      )}
      {isWaiting && row.canPublish && <Verb verb="publish" label="Approve" className="btn btn-ok" />}
      {isPutAway && <Verb verb="hold" label="Back to waiting" className="btn" />}
      {row.canPublish && (
        <details
          className="say"
          open={problem !== null && (problem.typed.verb === 'reply' || problem.typed.reply !== '')}
        >
          <summary className="btn">{isWaiting ? 'Reply and approve' : 'Reply'}</summary>
          <div className="composer field">
            <label htmlFor={`reply-${row.id}`}>Your reply to {row.name}</label>
            {isWaiting && <small>Posting it also approves the comment above.</small>}
            <FilledTextarea
              id={`reply-${row.id}`}
              name="reply"
              rows={4}
              defaultValue={problem?.typed.reply}
            />
          </div>
          <Verb
            verb="reply"
            label={isWaiting ? 'Approve and reply' : 'Post the reply'}
            className="btn btn-1"
          />
        </details>
      )}
      {row.letter && <AnswerByLetter row={row} typed={problem?.typed ?? null} />}
      {row.canPublish && (
        <details className="mend" open={problem?.typed.verb === 'edit'}>
          <summary className="quiet">Edit</summary>
          <div className="composer field">
            <label htmlFor={`body-${row.id}`}>The comment by {row.name}</label>
            <FilledTextarea
              id={`body-${row.id}`}
              name="body"
              rows={4}
              defaultValue={problem?.typed.body ?? row.body}
            />
          </div>
          <Verb verb="edit" label="Save the text" className="btn btn-1" />
        </details>
      )}
      {row.status === 'published' && <Verb verb="hold" label="Back to waiting" className="quiet" />}
      {row.status !== 'spam' && <Verb verb="spam" label="Spam" className="quiet" />}
      {row.status !== 'removed' && (
        // A letter is read and put away; it is in nobody's way to be taken down.
        <Verb verb="remove" label={row.canPublish ? 'Bin' : 'Put away'} className="quiet" />
      )}
      {isWaiting && row.canPublish && row.canTrust && (
        <label className="check">
          <input type="checkbox" name="trust" value="1" />
          Trust {row.name} from now on
        </label>
      )}
    </form>
  )
}

function Verb({ verb, label, className }: { verb: string; label: string; className: string }) {
  return (
    <button className={className} type="submit" name="verb" value={verb}>
      {label}
    </button>
  )
}
