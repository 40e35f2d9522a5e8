import { site } from '../../content/site'

const number = new Intl.NumberFormat(site.language)

/** A number and its noun as readers see them: `1 post`, `24 posts`, `1,204 comments`. */
export function count(amount: number, noun: string): string {
  return `${number.format(amount)} ${noun}${amount === 1 ? '' : 's'}`
}
