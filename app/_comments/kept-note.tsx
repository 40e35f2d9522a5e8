import { DraftNote } from './draft-note'
import type { Kept } from './use-kept-words'

type KeptNoteProps = { kept: Kept; onDiscard: () => void }

/** Beside a field whose words are kept (`useKeptWords`): that they are, and the way back to what stood there. */
export function KeptNote({ kept, onDiscard }: KeptNoteProps) {
  return (
    <DraftNote
      from={kept.from}
      more={kept.isStale ? ' The text was changed since.' : undefined}
      onDiscard={onDiscard}
    >
      Discard<span className="vh"> what you typed</span>
    </DraftNote>
  )
}
