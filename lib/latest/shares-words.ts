const words = new Intl.Segmenter(undefined, { granularity: 'word' })

/** Long, and yet in every other title. */
const common = new Set(
  'about after also aber avec because before best comme como dans does eine einer entre from have home into just like more most nicht oder only over para pour quand sobre that their them then there they this what when where which while will with your'.split(
    ' ',
  ),
)

/**
 * Whether two texts have a word in common that says something, whatever its case and accents. Where words have letters
 * that stand alone for little, one of three or fewer says nothing, unless a text has no others.
 */
export function sharesWords(one: string, other: string): boolean {
  const all = listWords(other)
  return listTelling(listWords(one)).some((word) => all.includes(word))
}

function listWords(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
  return [...words.segment(folded)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment)
}

function listTelling(all: string[]): string[] {
  const telling = all.filter(
    (word) => !/^[\p{scx=Latin}\p{scx=Cyrillic}\p{scx=Greek}]{1,3}$/u.test(word) && !common.has(word),
  )
  return telling.length > 0 ? telling : all
}
