/** First release of each line with the fix for CVE-2026-111497 (Brotli). */
const fixed = new Map([
  [22, '22.23.4'],
  [24, '24.22.1'],
  [26, '26.12.1'],
])

/** One line about a Node release without the fix for CVE-2026-111497, or null when this one has it. */
export function oldNodeNotice(version: string): string | null {
  const [major = 0] = parts(version)
  const wanted = fixed.get(major)
  if (wanted ? !isBefore(version, wanted) : major > 26) return null
  return `Node ${version} has a known fault in Brotli (CVE-2026-111497). The site runs; ${wanted ?? '24.22.1'} or newer is safer.`
}

function isBefore(version: string, wanted: string): boolean {
  const [a, b] = [parts(version), parts(wanted)]
  for (const [index, part] of b.entries()) {
    if (a[index] !== part) return (a[index] ?? 0) < part
  }
  return false
}

function parts(version: string): number[] {
  return version.split('.').map(Number)
}
