import type { Item } from '../relate'
import { countTerms } from '../terms'

/** The same numbers every run: a linear congruential generator (Numerical Recipes). */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

function word(roll: (sides: number) => number): string {
  return Array.from({ length: 3 }, () => 'bdfgklmnprtv'.charAt(roll(12)) + 'aiou'.charAt(roll(4))).join('')
}

/** Posts of 20 topics, the same every run: a third of the words of each come from the 30 of its topic, the rest from 600 that all share. */
export function postsOfTopics(count: number): (Item & { topic: number })[] {
  const roll = dice(7)
  const common = Array.from({ length: 600 }, () => word(roll))
  const topics = Array.from({ length: 20 }, () => Array.from({ length: 30 }, () => word(roll)))
  const pick = (words: string[]) => words[roll(words.length)] ?? ''
  return Array.from({ length: count }, (_, index) => {
    const topic = index % topics.length
    const own = topics[topic] ?? []
    const body = Array.from({ length: 300 }, () => pick(roll(3) === 0 ? own : common)).join(' ')
    const terms = countTerms({ title: pick(own), description: pick(common), tags: [], series: null, body })
    return { key: `post-${index}`, terms, group: null, lang: 'en', published: true, topic }
  })
}
