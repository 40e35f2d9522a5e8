'use client'

import { useActionState, useEffect, useState } from 'react'
import { postComment } from './actions'
import { idle } from './comment-state'
import { readDraft, readReply } from './draft'
import { KeptText } from './kept-text'
import { answerId } from './problem'

type ClosedFormProps = {
  slug: string
  /** The title of the whole page. */
  title: string
  /** Why there is no form. */
  closed: string
}

/**
 * What stands where the form would. Whoever wrote while it closed has their text to take with them: what they sent
 * from an older page without JavaScript, or the draft on this device.
 */
export function ClosedForm({ slug, title, closed }: ClosedFormProps) {
  // The answer to a plain POST comes here because both forms end in the same address.
  const [served] = useActionState(postComment, idle, `#${answerId}`)
  const [text, setText] = useState('typed' in served ? served.typed.body : '')

  useEffect(() => {
    const drafts = [readDraft(slug, readReply(slug)), readDraft(slug, null)]
    setText((text) => text || (drafts.find((draft) => draft !== null)?.body ?? ''))
  }, [slug])

  return (
    <div className="form">
      <title>{title}</title>
      <p className="meta" id={answerId}>
        {closed}
      </p>
      {text !== '' && <KeptText text={text} />}
    </div>
  )
}
