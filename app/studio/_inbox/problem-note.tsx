import type { Left } from '@/lib/studio/done'
import { words } from './act-words'
import { LeftNote, type NameOf } from './left-note'

type ProblemNoteProps = {
  problem: string
  left: Left[]
  /** Where it was asked for many, which are told by name. */
  nameOf?: NameOf
}

/** Why something was not done, and that what was changed meanwhile is there to read. */
export function ProblemNote({ problem, left, nameOf }: ProblemNoteProps) {
  const isNamed = nameOf !== undefined && left.length > 0
  return (
    <>
      {isNamed ? words.none : problem}
      {isNamed && <LeftNote {...{ left, nameOf }} />}
      {left.some(({ why }) => why === 'changed') && ` ${words.shownAnew}`}
    </>
  )
}
