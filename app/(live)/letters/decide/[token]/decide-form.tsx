import type { ReactNode } from 'react'
import { decide } from './actions'
import type { Asked } from './find-asked'

type DecideFormProps = {
  asked: Asked
  token: string
  /** What the link in the letter was called: that button comes first. Anything a visitor may have typed. */
  chosen: string | null
  /** What went wrong. */
  children: ReactNode
}

type Choice = { verb: string; label: string }

/** What the author can do about it: a plain form. */
export function DecideForm({ asked, token, chosen, children }: DecideFormProps) {
  const choices = listChoices(asked)
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

/** What was decided is taken back before it is decided otherwise. */
function listChoices({ comment: { status, forAuthor }, isDecided }: Asked): Choice[] {
  if (isDecided && status !== 'held') return [{ verb: 'undo', label: 'Undo' }]
  const spam = { verb: 'spam', label: 'Spam' }
  // What was written for the author alone is most likely read and put away.
  const away = (
    forAuthor ? [{ verb: 'remove', label: 'Put away' }, spam] : [spam, { verb: 'remove', label: 'Bin' }]
  ).filter(({ verb }) => verb !== (status === 'removed' ? 'remove' : status))
  return forAuthor || status === 'published' ? away : [{ verb: 'publish', label: 'Approve' }, ...away]
}
