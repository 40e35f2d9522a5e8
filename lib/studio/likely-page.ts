import { z } from 'zod'

/**
 * Where a page of the likely order begins: after the comment of this score and id. The scores are those learnt from
 * what was decided until then, so that what is decided between two pages moves nothing from one to the other.
 */
export type LikelyCursor = { until: Date; score: number; id: string }

/** Reads `TIME_SCORE_ID`, as `writeLikelyCursor` writes it. */
export const likelyCursorSchema = z
  .string()
  .regex(/^\d{1,13}_-?\d{1,6}(?:\.\d{1,25})?(?:e-\d{1,3})?_[0-9a-f-]{36}$/)
  .transform((text): LikelyCursor => {
    const [time = '', score = '', id = ''] = text.split('_')
    return { until: new Date(Number(time)), score: Number(score), id }
  })
  .refine(({ id }) => z.uuid().safeParse(id).success)

/** For an address: the time in milliseconds, the score with all its figures, and the id. */
export function writeLikelyCursor({ until, score, id }: LikelyCursor): string {
  return `${until.getTime()}_${score}_${id}`
}

type Scored = { id: string; score: number }

/** The first `size` of these, the lowest score first, that come after `past`; `hasMore` when others follow. */
export function takeLikely<One extends Scored>(
  all: One[],
  past: Scored | null,
  size: number,
): { page: One[]; hasMore: boolean } {
  const left = all.filter((one) => past === null || compareLikely(past, one) < 0).toSorted(compareLikely)
  return { page: left.slice(0, size), hasMore: left.length > size }
}

function compareLikely(one: Scored, other: Scored): number {
  return one.score - other.score || (one.id < other.id ? 1 : one.id > other.id ? -1 : 0)
}
