import { type Item, relate } from '../../lib/related/relate'
import { postsOfTopics } from '../../lib/related/testing/posts-of-topics'
import type { Figure } from '../measure/figure'

const [few, many] = [1_000, 10_000]
/** What may come on top for ten times as many posts: their logarithm. */
const most = Number((Math.log(many) / Math.log(few)).toFixed(2))
const rounds = 7

/** What it costs a post to find those like it, among few and among many. */
export function relating(): Figure[] {
  const [ours, floors] = timesInTurn(postsOfTopics(many), postsOfTopics(few))
  return [
    {
      what: `finding what is like a post, of ${many}, processor`,
      unit: 'ms/post',
      ours,
      floor: { what: `of ${few}`, values: floors },
      budget: { of: 'ratio', most },
    },
  ]
}

/** Each round looks at as many posts of the one as of the other. In the first nothing is compiled yet, so it is left out. */
function timesInTurn(large: Item[], small: Item[]): [number[], number[]] {
  const all = Array.from({ length: rounds + 1 }, () => [timeOf(large, 1), timeOf(small, many / few)] as const)
  const [, ...warm] = all
  return [warm.map(([time]) => time), warm.map(([, time]) => time)]
}

/** Milliseconds of processor a post: by the clock, ten times as many are interrupted ten times as often. */
function timeOf(posts: Item[], times: number): number {
  const before = process.cpuUsage()
  for (let time = 0; time < times; time += 1) relate(posts)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000 / posts.length / times
}
