/**
 * Control characters, which no feed may carry (XML 1.0, section 2.2), and those that turn the direction of text
 * around and so hide what a line says (CVE-2021-42574). Tabs and line ends are none of them.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for.
const hidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g

/** Where characters nobody can see stand in a text (from 0), each as `U+202E`. */
export function findHidden(text: string): { index: number; name: string }[] {
  return [...text.matchAll(hidden)].map(({ index, 0: character }) => ({
    index,
    name: `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  }))
}
