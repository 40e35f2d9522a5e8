'use client'

import {
  type FormEvent,
  type ReactNode,
  useActionState,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { countCharacters } from '@/lib/comments/count-characters'
import type { Lengths, Typed } from '@/lib/comments/fields'
import { postComment } from './actions'
import { idle } from './comment-state'
import { ComposerHead } from './composer-head'
import { Counter } from './counter'
import { forgetDraft, type ReplyTarget, readDraft, readReply } from './draft'
import { DraftNote } from './draft-note'
import { Field } from './field'
import { ForAuthorBox } from './for-author-box'
import { fill, readTyped, tick } from './form-values'
import { rememberMine } from './own/ask-mine'
import { PersonFields } from './person-fields'
import { Preview } from './preview'
import { answerId, type Problem, toProblem, withMistakes } from './problem'
import { ProblemSummary } from './problem-summary'
import { type Answer, sendComment } from './send-comment'
import { type Sending, SendingComment } from './sending-comment'
import { sendingWords } from './sending-words'
import { useChecks } from './use-checks'
import { useDraft } from './use-draft'
import { usePerson } from './use-person'
import { useReply } from './use-reply'

type CommentFormProps = {
  slug: string
  /** The title of the whole page: it says when something is wrong. */
  title: string
  author: string
  lengths: Lengths
  /** Whether letters can be had. */
  offersLetters: boolean
  /** How many comments the list above counts. */
  total: number
  /** The comment that this page is for answering; null on all others. */
  parent?: ReplyTarget | null
  /** What stands at the end of the form. */
  children: ReactNode
}

type Attempt = { data: FormData; typed: Typed; target: ReplyTarget | null; tries: number }

/**
 * The form, one for the post and all replies: without JavaScript a plain POST to the page itself, answered with
 * mistakes or a preview in `served` or by a redirect. The script checks first where it can, keeps drafts, shows the comment on
 * its way, and takes the form to whatever is answered. It has more lines than most as all of this is one state, and a
 * hook for the sending alone would cost every reader of a post a hundred bytes.
 */
export function CommentForm({
  slug,
  title,
  author,
  lengths,
  offersLetters,
  total,
  parent = null,
  children,
}: CommentFormProps) {
  // Never bind the action here: a POST without JavaScript would loop for ever (architecture.md §2).
  const [served, action] = useActionState(postComment, idle, `#${answerId}`)
  const home = useRef<HTMLDivElement>(null)
  const composer = useRef<HTMLDivElement>(null)
  const news = useRef<HTMLDivElement>(null)
  const form = useRef<HTMLFormElement>(null)
  const [problem, setProblem] = useState(() => toProblem(served))
  const [preview, setPreview] = useState(() => (served.status === 'preview' ? served : null))
  const [complaints, setComplaints] = useState(0)
  const [sending, setSending] = useState<Sending | null>(null)
  const [length, setLength] = useState(0)
  /** What is answered went away meanwhile: the text may be posted as a comment of its own. */
  const [isOrphan, setIsOrphan] = useState(false)
  const attempt = useRef<Attempt | null>(null)
  const openedAt = useRef(0)
  const isPosting = sending?.phase === 'posting'
  // Before the draft, which leaves a name that is there alone.
  const person = usePerson(form)
  const draft = useDraft(slug, form)
  const reply = useReply({
    slug,
    base: parent,
    home,
    composer,
    news,
    hasNews: sending !== null,
    onChange(target) {
      draft.open(target)
      setIsOrphan(false)
      setProblem(null)
      setPreview(null)
      countText()
    },
  })
  const checks = useChecks(lengths)
  const typed = 'typed' in served ? served.typed : null

  const begin = useEffectEvent(() => {
    openedAt.current = Date.now()
    if (!form.current) return
    const target = parent ?? findReply(slug, readTyped(form.current))
    reply.begin(target)
    draft.begin(target)
    // A kept draft, or what came back with a mistake, is counted before the first key.
    countText()
    // The box, too, may have been ticked before the script arrived.
    person.lookForLatest()
  })
  // Before anything can be typed into it: what came in between would pass for a draft of an earlier day.
  useLayoutEffect(() => begin(), [])

  function countText() {
    if (form.current) setLength(countCharacters(readTyped(form.current).body))
  }

  function handleInput(event: FormEvent<HTMLFormElement>) {
    const now = readTyped(event.currentTarget)
    draft.keep(now)
    countText()
    setPreview((before) => (before?.typed.body === now.body ? before : null))
    setProblem((before) => before && withMistakes(before, checks.keepWrong(before.errors, now)))
  }

  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isPosting) return
    const now = readTyped(event.currentTarget)
    const data = new FormData(event.currentTarget)
    if (isForPreview(event.nativeEvent)) return showPreview(data, now)
    const errors = checks.findErrors(now)
    if (Object.keys(errors).length > 0) return complain({ errors, message: null })
    data.set('key', draft.key.current)
    data.set('elapsed', String(Date.now() - openedAt.current))
    send({ data, typed: now, target: reply.target, tries: 0 })
  }

  function showPreview(data: FormData, typed: Typed) {
    const { body } = checks.findErrors(typed)
    if (body) return complain({ errors: { body }, message: null })
    data.set('intent', 'preview')
    sendComment(data, (answer) => {
      if (!form.current || readTyped(form.current).body !== typed.body) return
      setProblem(null)
      if (answer.status === 'preview') setPreview(answer)
      else complain(toProblem(answer))
    })
  }

  function send(next: Attempt) {
    const tries = next.tries + 1
    attempt.current = { ...next, tries }
    setProblem(null)
    setPreview(null)
    reply.fetchNews()
    setSending({
      phase: 'posting',
      words: sendingWords.posting,
      typed: next.typed,
      number: null,
      place: null,
      href: null,
    })
    sendComment(next.data, (answer) => {
      // A late answer to an earlier try still counts when it is good news.
      const now = attempt.current
      if (now?.data !== next.data) return
      if (answer.status === 'published' || answer.status === 'held') finish(answer, now)
      else if (now.tries === tries) fail(answer, now)
    })
  }

  function finish(answer: Extract<Answer, { status: 'published' | 'held' }>, { typed, target }: Attempt) {
    attempt.current = null
    const isHeld = answer.status === 'held'
    setSending({
      phase: 'posted',
      words: answer.told,
      typed,
      number: isHeld ? null : answer.number,
      place: isHeld ? `own-${answer.id}` : `c-${answer.number}`,
      href: answer.href,
    })
    rememberMine(slug)
    person.remember(typed)
    // Whoever went on to another reply, or began a new text meanwhile, keeps it.
    if (!reply.isNow(target)) {
      if (readDraft(slug, target)?.body === typed.body) forgetDraft(slug, target)
    } else if (form.current && readTyped(form.current).body === typed.body) {
      clear()
      reply.close()
    }
  }

  function fail(answer: Exclude<Answer, { status: 'published' | 'held' }>, { typed, target }: Attempt) {
    if (answer.status === 'failed' || answer.status === 'unreached') {
      setSending({ phase: 'failed', words: answer.message, typed, number: null, place: null, href: null })
      return
    }
    attempt.current = null
    reply.open(target)
    setIsOrphan(answer.status === 'no-parent')
    complain(toProblem(answer))
  }

  function complain(problem: Problem | null) {
    // What was said of an earlier comment would speak against the summary.
    setSending(null)
    setPreview(null)
    setProblem(problem)
    setComplaints((complaints) => complaints + 1)
    person.showFields()
  }

  function edit() {
    setSending(null)
    reply.open(attempt.current?.target ?? null)
  }

  function clear() {
    if (form.current) {
      fill(form.current, { body: '' })
      tick(form.current, 'forAuthor', false)
    }
    setLength(0)
    setPreview(null)
    draft.forget()
  }

  /** The button that was pressed goes with the draft: the focus needs another place. */
  function discard() {
    clear()
    focusText()
  }

  function focusText() {
    form.current?.querySelector('textarea')?.focus()
  }

  const errors = problem?.errors ?? {}
  const isReply = reply.target?.number !== parent?.number
  return (
    <div className="form" ref={home}>
      <title>{problem ? `Error: ${title}` : title}</title>
      <div className="news" ref={news}>
        <SendingComment
          sending={sending}
          total={total}
          onRetry={() => attempt.current && send(attempt.current)}
          onEdit={edit}
          onGone={() => setSending(null)}
        />
      </div>
      <div className="composer" ref={composer}>
        <ComposerHead target={isOrphan ? null : reply.target} onCancel={isReply ? reply.cancel : null} />
        <form
          id="comment-form"
          action={action}
          ref={form}
          onFocus={checks.load}
          onInput={handleInput}
          onBlur={person.lookForLatest}
          onSubmit={handleSubmit}
          onKeyDown={({ key }) => key === 'Escape' && isReply && length === 0 && reply.cancel()}
          noValidate
        >
          {problem && <ProblemSummary problem={problem} complaints={complaints} />}
          <input type="hidden" name="slug" value={slug} />
          <input type="hidden" name="parent" value={(!isOrphan && reply.target?.number) || ''} />
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
              <DraftNote from={draft.note.from} onDiscard={discard}>
                Discard
              </DraftNote>
            )}
          </div>
          <ForAuthorBox author={author} isTicked={typed?.forAuthor} offersLetters={offersLetters} />
          <PersonFields person={person} errors={errors} typed={typed} offersLetters={offersLetters} />
          {preview && (
            <Preview
              name={preview.typed.name}
              text={preview.text}
              onBack={() => {
                focusText()
                setPreview(null)
              }}
            />
          )}
          <div className="go">
            <button
              className="btn btn-1"
              type="submit"
              name="intent"
              value="post"
              aria-disabled={isPosting || undefined}
            >
              <span className="to-all">Post comment</span>
              <span className="to-one">Send to {author}</span>
            </button>
            <button className="btn" type="submit" name="intent" value="preview">
              Preview
            </button>
          </div>
          {children}
        </form>
      </div>
      {reply.isAway && (
        <p className="more">
          <button className="btn" type="button" onClick={() => reply.open(parent)}>
            Leave a comment of your own
          </button>
        </p>
      )}
    </div>
  )
}

/** What was being answered here, unless something else stands in the form already. */
function findReply(slug: string, { body }: Typed): ReplyTarget | null {
  const reply = readReply(slug)
  const draft = reply && readDraft(slug, reply)
  return draft && (body === '' || body === draft.body) ? reply : null
}

function isForPreview(event: Event): boolean {
  if (!(event instanceof SubmitEvent) || !(event.submitter instanceof HTMLButtonElement)) return false
  return event.submitter.value === 'preview'
}
