import type { Piece } from '@/lib/search/cut-snippet'

/** A text of a post, with the words that were searched marked. */
export function Marked({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ text, isHit }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text, which never move
    isHit ? <mark key={index}>{text}</mark> : text,
  )
}
