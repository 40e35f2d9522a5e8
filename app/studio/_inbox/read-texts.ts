/** What stands in `read` for a comment: its id, and when its text was last changed, nothing for never. */
export function toRead({ id, editedAt }: { id: string; editedAt: string | null }): string {
  return `${id} ${editedAt ?? ''}`
}

/** The other way round: what came over the network. */
export function parseRead(line: string): [id: string, editedAt: string | null] {
  const [id = '', editedAt = ''] = line.split(' ')
  return [id, editedAt || null]
}
