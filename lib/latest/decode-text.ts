const sureOfItself = new Set(['utf-16le', 'utf-16be', 'iso-2022-jp'])

/**
 * Bytes of a page or feed as text, whatever its head claims. What reads as UTF-8 is UTF-8, as hardly any other text
 * does by chance; else what the head (`charset`) says counts, then what stands in the text, then what the web was
 * written in. A name that nobody knows counts as none. Bytes that mean nothing become U+FFFD.
 */
export function decodeText(body: Buffer, charset: string | null): string {
  const declared = [markOf(body), charset, declaredIn(body)].flatMap((label) => labelOf(label) ?? [])
  const [certain] = declared.filter((label) => sureOfItself.has(label))
  if (certain) return new TextDecoder(certain).decode(body)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    const other = declared.find((label) => label !== 'utf-8')
    // Some broken bytes do not make another tongue of what is mostly UTF-8.
    const label = other ?? (isMostlyUtf8(body) ? 'utf-8' : 'windows-1252')
    const text = new TextDecoder(label).decode(body)
    return label === 'windows-1252' ? mendWindows(text) : text
  }
}

const windowsMarks = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** Node 20 reads Windows as Latin, with control characters where quotes and dashes are. */
function mendWindows(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (mark) => windowsMarks.charAt(mark.charCodeAt(0) - 0x80))
}

function markOf(body: Buffer): string | null {
  if (body[0] === 0xff && body[1] === 0xfe) return 'utf-16le'
  if (body[0] === 0xfe && body[1] === 0xff) return 'utf-16be'
  return null
}

function declaredIn(body: Buffer): string | null {
  const start = body.subarray(0, 2048).toString('latin1')
  const found =
    /<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]+)|<meta[^>]{0,200}?\bcharset\s*=\s*["']?([\w.:-]+)/i.exec(
      start,
    )
  const label = found?.[1] ?? found?.[2] ?? null
  // Whoever can read the declaration letter by letter does not read UTF-16.
  return label && /^utf-?16/i.test(label) ? null : label
}

function labelOf(label: string | null): string | null {
  try {
    return label === null ? null : new TextDecoder(label).encoding
  } catch {
    return null
  }
}

function isMostlyUtf8(body: Buffer): boolean {
  const text = new TextDecoder().decode(body)
  const broken = text.match(/\uFFFD/g)?.length ?? 0
  const read = text.match(/[^\0-\x7F\uFFFD]/gu)?.length ?? 0
  return read > broken
}
