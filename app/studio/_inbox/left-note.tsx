import { Fragment } from 'react'
import { type Left, leftReasons, whyLeft } from '@/lib/studio/done'
import { findInLog } from '@/lib/words/name-fault'

/** Whose comment has this id; null where that is not known. */
export type NameOf = (id: string) => string | null

/** Which comments were left as they are, and why: by name, each name leading to its row. */
export function LeftNote({ left, nameOf }: { left: Left[]; nameOf: NameOf }) {
  return leftReasons.map((why) => {
    const these = left.filter((each) => each.why === why)
    const ids = these.map(({ id }) => id)
    // One for all that were asked for at once.
    const fault = these[0]?.fault
    const told = `${whyLeft[why]}.`
    return (
      ids.length > 0 && (
        <Fragment key={why}>
          {' '}
          {ids.map((id, index) => (
            <Fragment key={id}>
              {index > 0 && (index === ids.length - 1 ? ' and ' : ', ')}
              <a href={`#case-${id}`}>
                <bdi>{nameOf(id) ?? 'a comment'}</bdi>
              </a>
            </Fragment>
          ))}{' '}
          {ids.length === 1 ? 'was' : 'were'} left: {fault === undefined ? told : findInLog(told, fault)}
        </Fragment>
      )
    )
  })
}
