import type { Left } from '@/lib/studio/done'
import { words } from './act-words'
import { LeftNote, type NameOf } from './left-note'

type ProblemNoteProps = {
  problem: string
  left: Left[]
  /** This page's address, which shows a text that was changed; null where the page has just come, and shows it. */
  loadPath: string | null
  /** Where it was asked for many, which are told by name. */
  nameOf?: NameOf
}

/** Why something was not done, and how to read what was changed meanwhile. */
export function ProblemNote({ problem, left, loadPath, nameOf }: ProblemNoteProps) {
  const isNamed = nameOf !== undefined && left.length > 0
  return (
    <>
      {isNamed ? words.none : problem}
      {isNamed && <LeftNote {...{ left, nameOf }} />}
      {left.some(({ why }) => why === 'changed') && (
        <> {loadPath === null ? words.shownAnew : <a href={loadPath}>Load the page again</a>}</>
      )}
    </>
  )
}
