/** How often each term stands in a text, the title counting more than the body. */
export type Terms = Map<string, number>

const weights = { title: 4, description: 3, tags: 6, series: 4, body: 1 }

/** The parts of a post that say what it is about. */
export type Subject = {
  title: string
  description: string
  tags: string[]
  series: string | null
  body: string
}

/** Counts the terms of a post: words of three letters or more, folded to lower case without accents or plural s. Tags are terms of their own as well. */
export function countTerms(subject: Subject): Terms {
  const terms: Terms = new Map()
  add(terms, subject.title, weights.title)
  add(terms, subject.description, weights.description)
  add(terms, subject.series ?? '', weights.series)
  add(terms, subject.body, weights.body)
  for (const tag of subject.tags) {
    add(terms, tag, weights.tags)
    count(terms, `#${fold(tag)}`, weights.tags)
  }
  return terms
}

function add(terms: Terms, text: string, weight: number): void {
  for (const word of fold(text).match(/\p{L}{3,}/gu) ?? []) count(terms, stem(word), weight)
}

function count(terms: Terms, term: string, weight: number): void {
  terms.set(term, (terms.get(term) ?? 0) + weight)
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['’]\p{L}+/gu, '')
}

/** Takes off the endings that most often part two forms of one English word. Other languages lose nothing by it. */
function stem(word: string): string {
  const single = has(word, 'ies') ? `${word.slice(0, -3)}i` : has(word, 'y') ? `${word.slice(0, -1)}i` : word
  const ending = endings.find((each) => has(single, each))
  return ending === undefined ? single : single.slice(0, -ending.length)
}

/** The longer before the shorter that ends it. Compared as they are: an expression took a third of the time of a whole check. */
const endings = ['ing', 'ed', 'es', 's', 'e']

/** True when a word ends so, with at least three letters before. */
function has(word: string, ending: string): boolean {
  return word.length >= 3 + ending.length && word.endsWith(ending)
}
