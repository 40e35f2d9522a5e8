import { type RefObject, useEffect } from 'react'
import { DeedNote } from './deed-note'
import type { Deed } from './deeds'

type ManyToldProps = {
  region: RefObject<HTMLDivElement | null>
  /** Those of the form for many alone. */
  deeds: Deed[]
  back: string
  onUndo: (deed: Deed) => void
}

/**
 * Below the form for many: what was done by it, and the way back. It stands where the button was pressed, and not in the
 * place of the first row, which may be anywhere in a long list.
 */
export function ManyTold({ region, deeds, back, onUndo }: ManyToldProps) {
  const last = deeds.at(-1)

  // biome-ignore lint/correctness/useExhaustiveDependencies: something new that is told is the occasion
  useEffect(() => {
    if (last) region.current?.scrollIntoView({ block: 'nearest' })
  }, [last?.key, last?.state.kind])

  return (
    <div className="many-told" role="status" ref={region} tabIndex={-1}>
      {deeds.map((deed) => (
        <DeedNote key={deed.key} {...{ deed, back, onUndo }} />
      ))}
    </div>
  )
}
