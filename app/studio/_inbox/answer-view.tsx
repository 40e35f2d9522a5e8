import { CommentText } from '@/components/comment-text'
import type { Answer, AnswerState } from '@/db/answers'
import { parseText } from '@/lib/comments/parse-text'
import { ageOf } from '@/lib/words/age'

/** Under what was written for the author alone: what they answered by letter, and where that letter stands. */
export function AnswerView({ answer: { body, at, state } }: { answer: Answer }) {
  return (
    <section className="by-letter" aria-label="Your letter">
      <p className="meta">
        You answered by letter,{' '}
        <time dateTime={at.toISOString()} title={at.toISOString()}>
          {ageOf(at)}
        </time>
        . {sayState[state]}
      </p>
      <CommentText blocks={parseText(body)} />
    </section>
  )
}

const sayState: Record<AnswerState, string> = {
  unconfirmed: 'It waits until they say that the address is theirs, for which they are asked.',
  stopped: 'It is not sent: they have stopped all letters.',
  waiting: 'It is on its way.',
  sent: 'It was sent.',
  failed: 'It could not be sent, and is given up.',
}
