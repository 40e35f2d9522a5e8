import { keepingOf } from './keeping-of'
import type { Row } from './row'
import { TypeFold } from './type-fold'
import { type Mistake, TypedField } from './typed-field'

type AnswerByLetterProps = {
  row: Row
  fieldId: string
  alonePath: string | null
  /** What was typed, when it was not taken. */
  typed: { verb: string; reply: string } | null
  mistake: Mistake | null
  takesFocus: boolean
}

/** To what was written for the author alone: a field and a button; or why there is no way to answer. */
export function AnswerByLetter(props: AnswerByLetterProps) {
  const { row, fieldId, alonePath, typed, mistake, takesFocus } = props
  const { name, letter } = row
  if (letter !== 'confirmed' && letter !== 'unconfirmed') {
    return letter && <p className="meta">{whyNot[letter]}</p>
  }
  return (
    <TypeFold
      className="say"
      words="Answer by letter"
      isOpen={typed !== null && (typed.verb === 'answer' || typed.reply !== '')}
      alonePath={alonePath}
    >
      <TypedField
        id={fieldId}
        name="reply"
        label={`Your letter to ${name}`}
        hint={
          <>
            It goes to their address, with what they wrote below it.{' '}
            {letter === 'unconfirmed' &&
              'First they are asked whether the address is theirs; it waits until they say so.'}
          </>
        }
        mistake={mistake}
        takesFocus={takesFocus}
        keeping={keepingOf(row, 'reply')}
        typed={typed?.reply}
      >
        <button className="btn btn-1" type="submit" name="verb" value="answer">
          Send the letter
        </button>
      </TypedField>
    </TypeFold>
  )
}

const whyNot = {
  stopped: 'No letter goes to them: they have stopped all of them.',
  'no-address': 'They left no address, so there is no way to answer.',
  'no-mail': 'There is no way to answer from here: this blog has no mail server to send letters by.',
}
