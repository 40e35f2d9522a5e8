import type { ReplyTarget } from './draft'

type ComposerHeadProps = {
  /** Null when it is the post that is answered. */
  target: ReplyTarget | null
  /** Null where there is nothing to go back to. */
  onCancel: (() => void) | null
}

/** Above the form: whom it answers, and the way back. */
export function ComposerHead({ target, onCancel }: ComposerHeadProps) {
  return (
    <div className="composer-head">
      <h2 id="form-h">{target ? <ReplyingTo target={target} /> : 'Leave a comment'}</h2>
      {onCancel && (
        <button className="quiet" type="button" onClick={onCancel}>
          Cancel
        </button>
      )}
    </div>
  )
}

function ReplyingTo({ target: { name, number } }: { target: ReplyTarget }) {
  return <>Replying to {name === null ? `comment ${number}` : <bdi>{name}</bdi>}</>
}
