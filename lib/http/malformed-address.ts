const hex = '[0-9a-f]'
const follows = `%[89ab]${hex}`

/** One character of an address: as it is, or by the bytes of its UTF-8 (RFC 3629, 4), in hex. */
const character = [
  '[^%]',
  `%[0-7]${hex}`,
  `%(?:c[2-9a-f]|d${hex})${follows}`,
  `%e0%[ab]${hex}${follows}`,
  `%e[1-9a-cef]${follows}${follows}`,
  `%ed%[89]${hex}${follows}`,
  `%f0%[9ab]${hex}${follows}${follows}`,
  `%f[1-3]${follows}${follows}${follows}`,
  `%f4%8${hex}${follows}${follows}`,
].join('|')

/**
 * An address that `decodeURIComponent` throws at, `/%` or `/%ff`, in the pattern language of Next's `rewrites`, which looks
 * at it as it came and sees no difference between capitals and small letters.
 */
export const malformedAddress = `/((?!(?:${character})*$).*)`
