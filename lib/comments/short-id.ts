/** As much of an id as tells comments apart in a list, and can be typed. */
export function shortIdOf(id: string): string {
  return id.slice(0, 8)
}

/**
 * Sorts what somebody typed for ids of comments: the beginnings of ids (four hex digits at least), and a sentence about
 * everything that cannot be one. What was typed twice is taken once.
 */
export function readShortIds(typed: string[]): { prefixes: string[]; wrong: string[] } {
  const prefixes = new Set<string>()
  const wrong: string[] = []
  for (const text of typed) {
    const prefix = text.toLowerCase()
    if (/^[0-9a-f]{4,8}$|^[0-9a-f]{8}-[0-9a-f-]{0,27}$/.test(prefix)) prefixes.add(prefix)
    else wrong.push(`“${text}” is no id: they look like 3f2a9c1e.`)
  }
  return { prefixes: [...prefixes], wrong }
}

/** The one comment that each beginning of an id means, and a sentence about each that means none, or several. */
export function matchShortIds<Comment extends { id: string }>(
  prefixes: string[],
  comments: Comment[],
): { found: Comment[]; wrong: string[] } {
  const found = new Set<Comment>()
  const wrong: string[] = []
  for (const prefix of prefixes) {
    const [match, ...others] = comments.filter(({ id }) => id.startsWith(prefix))
    if (!match) wrong.push(`There is no comment ${prefix}.`)
    else if (others.length > 0) wrong.push(`${prefix} begins ${others.length + 1} ids: type more of it.`)
    else found.add(match)
  }
  return { found: [...found], wrong }
}
