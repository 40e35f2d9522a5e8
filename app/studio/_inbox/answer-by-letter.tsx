import { FilledTextarea } from '@/components/filled-textarea'
import type { Row } from './row'

type AnswerByLetterProps = {
  row: Pick<Row, 'id' | 'name' | 'letter'>
  /** What was typed, when it was not taken. */
  typed: { verb: string; reply: string } | null
}

/** To what was written for the author alone: a field and a button; or why there is no way to answer. */
export function AnswerByLetter({ row: { id, name, letter }, typed }: AnswerByLetterProps) {
  if (letter !== 'confirmed' && letter !== 'unconfirmed') {
    return letter && <p className="meta">{whyNot[letter]}</p>
  }
  return (
    <details className="say" open={typed !== null && (typed.verb === 'answer' || typed.reply !== '')}>
      <summary className="btn">Answer by letter</summary>
      <div className="composer field">
        <label htmlFor={`answer-${id}`}>Your letter to {name}</label>
        <small id={`answer-${id}-hint`}>
          It goes to their address, with what they wrote below it.{' '}
          {letter === 'unconfirmed' &&
            'First they are asked whether the address is theirs; it waits until they say so.'}
        </small>
        <FilledTextarea
          id={`answer-${id}`}
          name="reply"
          rows={4}
          defaultValue={typed?.reply}
          aria-describedby={`answer-${id}-hint`}
        />
      </div>
      <button className="btn btn-1" type="submit" name="verb" value="answer">
        Send the letter
      </button>
    </details>
  )
}

const whyNot = {
  stopped: 'No letter goes to them: they have stopped all of them.',
  'no-address': 'They left no address, so there is no way to answer.',
  'no-mail': 'There is no way to answer from here: this blog has no mail server to send letters by.',
}
