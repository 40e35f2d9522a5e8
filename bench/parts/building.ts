import type { Cost } from '../measure/command'
import type { Figure } from '../measure/figure'

/** What it cost to build `count` posts, beside the bare app's build of the same posts. */
export function figuresOfBuild(count: number, { blog, floor }: { blog: Cost; floor: Cost }): Figure[] {
  const posts = count.toLocaleString('en')
  const against = 'a bare app with next-mdx-remote'
  return [
    {
      what: `build of ${posts} posts`,
      unit: 's',
      ours: [blog.seconds],
      floor: { what: against, values: [floor.seconds] },
    },
    {
      what: `build of ${posts} posts, processor`,
      unit: 's',
      ours: [blog.cpu],
      floor: { what: against, values: [floor.cpu] },
    },
    {
      what: `build of ${posts} posts, memory at the most`,
      unit: 'MB',
      ours: [blog.megabytes],
      floor: { what: against, values: [floor.megabytes] },
    },
  ]
}
