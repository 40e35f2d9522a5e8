import type { ReactNode } from 'react'
import { decide } from './actions'
import type { Asked } from './find-asked'

type DecideFormProps = {
  asked: Asked
  token: string
  choices: Choice[]
  /** What the link in the letter was called: that button comes first. Null when it is none of the choices. */
  chosen: string | null
  /** What went wrong. */
  children: ReactNode
}

type Choice = { verb: string; label: string }

/** What the author can do about it: a plain form. */
export function DecideForm({ asked, token, choices, chosen, children }: DecideFormProps) {
  const ordered = [
    ...choices.filter(({ verb }) => verb === chosen),
    ...choices.filter(({ verb }) => verb !== chosen),
  ]
  return (
    <form className="own-ask" action={decide}>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="edited" value={asked.comment.editedAt?.toISOString()} />
      {children}
      <p className="go">
        {ordered.map((choice, index) => (
          <button
            key={choice.verb}
            className={index === 0 && choice.verb !== 'undo' ? 'btn btn-1' : 'btn'}
            type="submit"
            name="verb"
            value={choice.verb}
          >
            {choice.label}
          </button>
        ))}
      </p>
    </form>
  )
}

/** What was decided is taken back before it is decided otherwise; but what is published may turn out to be spam. */
export function listChoices({ comment: { status, forAuthor }, isDecided }: Asked): Choice[] {
  const undo = isDecided && status !== 'held' ? [{ verb: 'undo', label: 'Undo' }] : []
  if (undo.length > 0 && status !== 'published') return undo
  const spam = { verb: 'spam', label: 'Spam' }
  const bin = { verb: 'remove', label: 'Bin' }
  // What was written for the author alone is most likely read and done with.
  const away = (forAuthor ? [bin, spam] : [spam, bin]).filter(
    ({ verb }) => verb !== (status === 'removed' ? 'remove' : status),
  )
  return forAuthor || status === 'published'
    ? [...undo, ...away]
    : [{ verb: 'publish', label: 'Approve' }, ...away]
}
