'use client'

import { type FormEvent, useActionState, useEffect, useRef } from 'react'
import { KeptText } from '@/app/_comments/kept-text'
import type { Left } from '@/lib/studio/done'
import { inboxPath } from '@/lib/studio/inbox-query'
import { act } from './actions'
import { AnswerByLetter } from './answer-by-letter'
import type { Deed } from './deeds'
import { keepingOf } from './keeping-of'
import { ProblemNote } from './problem-note'
import { toRead } from './read-texts'
import { caseFormId, type Row } from './row'
import { TypeFold } from './type-fold'
import { TypedField } from './typed-field'

type CaseFormProps = {
  row: Row
  /** The address this page has, to come back to without JavaScript. */
  back: string
  /** There is no other comment on the page. */
  isAlone: boolean
  /** What was done last to this comment by the script. */
  deed: Deed | null
  onSend: (row: Row, form: FormData) => void
}

/** What can be done to one comment. Without JavaScript a plain POST; with it, `onSend`. */
export function CaseForm({ row, back, isAlone, deed, onSend }: CaseFormProps) {
  // What could not be done is said where the comment stands by now, which may be no list that was looked at.
  const [state, post] = useActionState(act, null, inboxPath({ comment: row.id }))
  const problem = state && !state.ok ? state : null
  const failed = deed?.state.kind === 'failed' && deed.by !== 'many' ? deed.state : null
  const wrong = failed?.mistake ?? problem?.mistake ?? null
  const takesFocus = deed?.by !== 'key'
  const wrongReply = wrong?.field === 'reply' ? wrong : null
  const isWaiting = row.status !== 'published'
  const [replyId, bodyId] = [`reply-${row.id}`, `body-${row.id}`]
  const alonePath = (field: string) => (isAlone ? null : `${inboxPath({ comment: row.id })}#${field}`)
  const canWaitAgain = row.status !== 'held' && row.status !== 'published'

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    if (deed?.state.kind !== 'sending') onSend(row, new FormData(event.currentTarget, submitter))
  }

  return (
    <form className="do" id={caseFormId(row.id)} action={post} onSubmit={send}>
      <input type="hidden" name="id" value={row.id} />
      <input type="hidden" name="read" value={toRead(row)} />
      <input type="hidden" name="was" value={row.hash} />
      {/* What was refused is said on a page of its own: from there on to where it began. */}
      <input type="hidden" name="back" value={problem?.back ?? back} />
      {failed && !failed.mistake && <Failed key={deed?.key} {...failed} back={back} />}
      {!failed && problem && !problem.mistake && (
        // biome-ignore lint/a11y/noAutofocus: without JavaScript this is how the focus gets to what went wrong
        <p className="case-problem" role="alert" tabIndex={-1} autoFocus>
          <ProblemNote problem={problem.problem} left={problem.left} loadPath={null} />
        </p>
      )}
      {problem && problem.typed.reply !== '' && !takesReply(row) && <KeptText text={problem.typed.reply} />}
      {isWaiting && row.canPublish && <Verb verb="publish" label="Approve" className="btn btn-ok" />}
      {row.status === 'held' && !row.canPublish && <Verb verb="read" label="Mark as read" className="btn" />}
      {canWaitAgain && <Verb verb="hold" label="Back to waiting" className="btn" />}
      {row.canPublish && (
        <TypeFold
          className="say"
          words={isWaiting ? 'Reply and approve' : 'Reply'}
          isOpen={problem !== null && (problem.typed.verb === 'reply' || problem.typed.reply !== '')}
          alonePath={alonePath(replyId)}
        >
          <TypedField
            id={replyId}
            name="reply"
            label={`Your reply to ${row.name}`}
            hint={isWaiting && 'Posting it also approves the comment above.'}
            mistake={wrongReply}
            takesFocus={takesFocus}
            keeping={keepingOf(row, 'reply')}
            typed={problem?.typed.reply}
          >
            <Verb
              verb="reply"
              label={isWaiting ? 'Reply and approve' : 'Post the reply'}
              className="btn btn-1"
            />
          </TypedField>
        </TypeFold>
      )}
      {row.letter && (
        <AnswerByLetter
          row={row}
          fieldId={replyId}
          alonePath={alonePath(replyId)}
          typed={problem?.typed ?? null}
          mistake={wrongReply}
          takesFocus={takesFocus}
        />
      )}
      {row.canPublish && (
        <TypeFold
          className="mend"
          words="Edit"
          isOpen={problem !== null && (problem.typed.verb === 'edit' || wrong?.field === 'body')}
          alonePath={alonePath(bodyId)}
        >
          <TypedField
            id={bodyId}
            name="body"
            label={`The comment by ${row.name}`}
            hint={null}
            mistake={wrong?.field === 'body' ? wrong : null}
            takesFocus={takesFocus}
            keeping={keepingOf(row, 'body')}
            typed={problem?.typed.body ?? undefined}
          >
            <Verb verb="edit" label="Save the text" className="btn btn-1" />
          </TypedField>
        </TypeFold>
      )}
      {row.status === 'published' && <Verb verb="hold" label="Back to waiting" className="quiet" />}
      {row.status !== 'spam' && <Verb verb="spam" label="Spam" className="quiet" />}
      {row.status !== 'removed' && <Verb verb="remove" label="Bin" className="quiet" />}
      {isWaiting && row.canPublish && row.canTrust && (
        <label className="check">
          <input type="checkbox" name="trust" value="1" />
          Trust {row.name} from now on
        </label>
      )}
    </form>
  )
}

/** Whether there is a field to answer in: a letter may have nobody to go to by now. */
function takesReply({ canPublish, letter }: Row): boolean {
  return canPublish || letter === 'confirmed' || letter === 'unconfirmed'
}

type FailedProps = { problem: string; left: Left[]; back: string }

/** Why nothing was done, beside what was pressed; a letter may have been, higher up. */
function Failed({ problem, left, back }: FailedProps) {
  const note = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    // It gives back a promise in newer browsers, which is no way to clean up.
    note.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <p className="case-problem" role="alert" ref={note}>
      <ProblemNote problem={problem} left={left} loadPath={back} />
    </p>
  )
}

function Verb({ verb, label, className }: { verb: string; label: string; className: string }) {
  return (
    <button className={className} type="submit" name="verb" value={verb}>
      {label}
    </button>
  )
}
