import { relate } from '../../lib/related/relate'
import { postsOfTopics } from '../../lib/related/testing/posts-of-topics'
import type { Figure } from '../measure/figure'

const [few, many] = [1_000, 10_000]
/** What may come on top for ten times as many posts: their logarithm. */
const most = Number((Math.log(many) / Math.log(few)).toFixed(2))

/** What it costs a post to find those like it, among few and among many. */
export function relating(): Figure[] {
  return [
    {
      what: `finding what is like a post, of ${many}`,
      unit: 'ms/post',
      ours: timesOf(many),
      floor: { what: `of ${few}`, values: timesOf(few) },
      budget: { of: 'ratio', most },
    },
  ]
}

/** Milliseconds a post, without the first time, in which nothing is compiled yet. */
function timesOf(count: number): number[] {
  const posts = postsOfTopics(count)
  relate(posts)
  return Array.from({ length: 5 }, () => {
    const begun = performance.now()
    relate(posts)
    return (performance.now() - begun) / count
  })
}
