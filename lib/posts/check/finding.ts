import type { Nodes } from 'mdast'
import type { Mistake, Position } from '../mistake'

/** A mistake in a file whose name is added later. */
export type Finding = Omit<Mistake, 'file'>

/** A mistake at the beginning of a node. */
export function findingAt(node: Pick<Nodes, 'position'>, message: string): Finding {
  return { ...startOf(node), message }
}

/** Where a node begins in its file. */
export function startOf({ position }: Pick<Nodes, 'position'>): Position {
  return { line: position?.start.line ?? 1, column: position?.start.column ?? 1 }
}
