import { toLatin } from './look-alikes'

/** What impostors put around a name, and what no reader is called. */
const titles = [
  'admin',
  'administrator',
  'author',
  'blog',
  'editor',
  'mod',
  'moderator',
  'official',
  'owner',
  'real',
  'root',
  'site',
  'staff',
  'support',
  'team',
  'the',
  'webmaster',
  'writer',
]

/** Figures for letters, and letters one takes for two or for each other. After UTS #39, and as people write. */
const merged: Record<string, string> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  d: 'cl',
  i: 'l',
  m: 'rn',
  w: 'vv',
}

/** Ornaments on both sides, and a number behind; a sign may be a letter, too, so a name is also tried with them. */
const around = /^[\p{P}\p{S}\s]+|[\p{N}\p{P}\p{S}\s]+$/gu

const bareTitles = titles.map(toSkeleton)
const onlyTitles = new RegExp(`^(?:${bareTitles.join('|')})+$`)

/**
 * True when a reader could take `name` for the author's: the same letters to the eye, whatever their alphabet, case,
 * accents, spaces and signs, with or without a title such as `admin` or a number behind. Titles alone count, too.
 */
export function looksLike(name: string, author: string): boolean {
  const authors = toSkeleton(author)
  if (authors === '') return false
  const names = [name, name.replace(around, '')].map(toSkeleton)
  return names.some((skeleton) => onlyTitles.test(skeleton) || isNameWithTitles(skeleton, authors))
}

/** After the idea of UTS #39 (Unicode Security Mechanisms), section 4: two names look alike when their skeletons are equal. */
function toSkeleton(name: string): string {
  const visible = toLatin(name).replace(/[^\p{L}\p{N}]/gu, '')
  return Array.from(visible, (character) => merged[character] ?? character).join('')
}

function isNameWithTitles(skeleton: string, name: string): boolean {
  const parts = skeleton.split(name)
  const rest = parts.join('')
  return parts.length > 1 && (rest === '' || onlyTitles.test(rest))
}
