import type { Root } from 'mdast'
import type { ContentFile } from '../content-file'
import { parseMdx } from '../mdx/parse-mdx'
import type { Mistake, Position } from '../mistake'

export type Finding = Omit<Mistake, 'file'>

/** `tree` is null when the text is not MDX at all. `ownLinks` lead to this site and are looked up when all files are known. */
export type BodyCheck = {
  tree: Root | null
  mistakes: Finding[]
  ownLinks: (Position & { href: string })[]
}

/** Parses the MDX of one file and finds every mistake that can be seen without the other files. */
export function checkBody({ body, bodyLine }: ContentFile): BodyCheck {
  try {
    const tree = parseMdx('\n'.repeat(bodyLine - 1) + body)
    return { tree, mistakes: [], ownLinks: [] }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { tree: null, mistakes: [{ line: 1, column: 1, message: error.message }], ownLinks: [] }
  }
}
