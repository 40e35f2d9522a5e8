import { randomUUID } from 'node:crypto'
import type { Queries } from '../client'
import { comments } from '../schema'

/**
 * Gives a post `count` published comments at once, numbered from 1. `parentOf` names the number each answers,
 * a lower one; none by default.
 */
export async function fillPost(
  queries: Queries,
  postId: string,
  count: number,
  parentOf: (number: number) => number | null = () => null,
): Promise<void> {
  const rows: (typeof comments.$inferInsert)[] = []
  for (let number = 1; number <= count; number++) {
    const id = randomUUID()
    const parentNumber = parentOf(number)
    const parent = parentNumber === null ? undefined : rows[parentNumber - 1]
    rows.push({
      id,
      postId,
      number,
      parentId: parent?.id ?? null,
      rootId: parent?.rootId ?? id,
      status: 'published',
      body: `Comment ${number}`,
      name: 'Nell',
      swatch: '0123456789abcdef',
      publishedAt: new Date(number * 1000),
    })
  }
  for (let from = 0; from < rows.length; from += 1000) {
    await queries.insert(comments).values(rows.slice(from, from + 1000))
  }
}
