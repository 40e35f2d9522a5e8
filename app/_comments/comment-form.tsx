'use client'

import { type FormEvent, useActionState, useEffect, useRef, useState } from 'react'
import { countCharacters } from '@/lib/comments/clean-text'
import { editMinutes } from '@/lib/comments/comment'
import { findFieldErrors, type Lengths, type Typed } from '@/lib/comments/fields'
import { honeypotField } from '@/lib/comments/honeypot'
import { postComment } from './actions'
import { idle } from './comment-state'
import { Field } from './field'
import { ForAuthorBox } from './for-author-box'
import { fill, readTyped, tick } from './form-values'
import { rememberMine } from './own/ask-mine'
import { PersonFields } from './person-fields'
import { type Problem, problemId, toProblem, withoutMended } from './problem'
import { ProblemSummary } from './problem-summary'
import { type Answer, sendComment } from './send-comment'
import { type Sending, SendingComment } from './sending-comment'
import { useDraft } from './use-draft'
import { usePerson } from './use-person'
import { forAuthorWords, heldWords, words } from './words'

type CommentFormProps = {
  slug: string
  /** The title of the whole page: it says when something is wrong. */
  title: string
  author: string
  lengths: Lengths
  /** How many comments the list above counts. */
  total: number
}

type Attempt = { data: FormData; typed: Typed; tries: number }

/**
 * The form: without JavaScript a plain POST to the page itself, answered with mistakes in `served` or by a
 * redirect. The script checks first, keeps a draft, and shows the comment on its way.
 */
export function CommentForm({ slug, title, author, lengths, total }: CommentFormProps) {
  // Never bind the action here: a POST without JavaScript would loop for ever (architecture.md §2).
  const [served, action] = useActionState(postComment, idle, `#${problemId}`)
  const form = useRef<HTMLFormElement>(null)
  const [problem, setProblem] = useState(() => toProblem(served))
  const [complaints, setComplaints] = useState(0)
  const [sending, setSending] = useState<Sending | null>(null)
  const [length, setLength] = useState(0)
  const attempt = useRef<Attempt | null>(null)
  const openedAt = useRef(0)
  // Before the draft, which leaves a name that is there alone.
  const person = usePerson(form)
  const draft = useDraft(slug, form)
  const typed = 'typed' in served ? served.typed : null

  useEffect(() => {
    openedAt.current = Date.now()
    // A kept draft, or what came back with a mistake, is counted before the first key.
    if (form.current) setLength(countCharacters(readTyped(form.current).body))
  }, [])

  function handleInput(event: FormEvent<HTMLFormElement>) {
    const now = readTyped(event.currentTarget)
    draft.keep(now)
    setLength(countCharacters(now.body))
    setProblem((before) => before && withoutMended(before, now, lengths))
  }

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (sending?.phase === 'posting') return
    const now = readTyped(event.currentTarget)
    const errors = findFieldErrors(now, lengths)
    if (Object.keys(errors).length > 0) return complain({ errors, message: null })
    const data = new FormData(event.currentTarget)
    data.set('key', draft.key.current)
    data.set('elapsed', String(Date.now() - openedAt.current))
    send({ data, typed: now, tries: 0 })
  }

  function send(next: Attempt) {
    const tries = next.tries + 1
    attempt.current = { ...next, tries }
    setProblem(null)
    setSending({
      phase: 'posting',
      words: words.posting,
      typed: next.typed,
      number: null,
      place: null,
      href: null,
    })
    sendComment(next.data, (answer) => {
      // A late answer to an earlier try still counts when it is good news.
      const now = attempt.current
      if (now?.data !== next.data) return
      if (answer.status === 'published' || answer.status === 'held') finish(answer, next.typed)
      else if (now.tries === tries) fail(answer, next.typed)
    })
  }

  function finish(answer: Extract<Answer, { status: 'published' | 'held' }>, typed: Typed) {
    attempt.current = null
    const isHeld = answer.status === 'held'
    setSending({
      phase: 'posted',
      words: !isHeld ? words.posted : answer.forAuthor ? forAuthorWords(author) : heldWords(author),
      typed,
      number: isHeld ? null : answer.number,
      place: isHeld ? `own-${answer.id}` : `c-${answer.number}`,
      href: answer.href,
    })
    rememberMine(slug)
    person.remember(typed)
    // Whoever began a new text meanwhile keeps it.
    if (form.current && readTyped(form.current).body === typed.body) clear()
  }

  function fail(answer: Exclude<Answer, { status: 'published' | 'held' }>, typed: Typed) {
    if (answer.status === 'failed' || answer.status === 'unreached') {
      setSending({ phase: 'failed', words: answer.message, typed, number: null, place: null, href: null })
      return
    }
    attempt.current = null
    complain(toProblem(answer))
  }

  function complain(problem: Problem | null) {
    // What was said of an earlier comment would speak against the summary.
    setSending(null)
    setProblem(problem)
    setComplaints((complaints) => complaints + 1)
    person.showFields()
  }

  function edit() {
    setSending(null)
    form.current?.querySelector('textarea')?.focus()
  }

  function clear() {
    if (form.current) {
      fill(form.current, { body: '' })
      tick(form.current, 'forAuthor', false)
    }
    setLength(0)
    draft.forget()
  }

  /** The button that was pressed goes with the draft: the focus needs another place. */
  function discard() {
    clear()
    form.current?.querySelector('textarea')?.focus()
  }

  const errors = problem?.errors ?? {}
  return (
    <div className="form">
      <title>{problem ? `Error: ${title}` : title}</title>
      <SendingComment
        sending={sending}
        total={total}
        onRetry={() => attempt.current && send(attempt.current)}
        onEdit={edit}
      />
      <h2 id="form-h">Leave a comment</h2>
      <form
        id="comment-form"
        action={action}
        ref={form}
        onInput={handleInput}
        onSubmit={handleSubmit}
        noValidate
      >
        {problem && <ProblemSummary problem={problem} complaints={complaints} />}
        <input type="hidden" name="slug" value={slug} />
        <div>
          <Field
            name="body"
            label="Your comment"
            hint="Long is welcome. So is one line."
            error={errors.body}
            defaultValue={typed?.body}
          />
          <Counter length={length} longest={lengths.body} />
          {draft.note && (
            <p className="draft">
              {draft.note.from
                ? `We kept your draft from ${draft.note.from}.`
                : 'Draft saved on this device.'}
              <button className="quiet" type="button" onClick={discard}>
                Discard
              </button>
            </p>
          )}
        </div>
        <ForAuthorBox author={author} isTicked={typed?.forAuthor} />
        <PersonFields person={person} errors={errors} typed={typed} />
        <p className="vh">
          <label>
            Leave this field empty
            <input name={honeypotField} autoComplete="off" tabIndex={-1} />
          </label>
        </p>
        <div className="go">
          <button
            className="btn btn-1"
            type="submit"
            name="intent"
            value="post"
            aria-disabled={sending?.phase === 'posting' || undefined}
          >
            Post comment
          </button>
        </div>
        <p className="note">
          First-time comments wait for a read-through. You can edit yours for {editMinutes} minutes
          <a className="unscripted" href={`/posts/${slug}/receipt`} rel="nofollow">
            {' '}
            on a page of its own
          </a>
          . <a href="/privacy">What I store with it</a>
        </p>
      </form>
    </div>
  )
}

/** From four fifths of the longest text on. */
function Counter({ length, longest }: { length: number; longest: number }) {
  if (length < longest * 0.8) return null
  const left = longest - length
  const characters = Math.abs(left) === 1 ? 'character' : 'characters'
  return (
    <p className="draft">{left < 0 ? `${-left} ${characters} too many` : `${left} ${characters} left`}</p>
  )
}
