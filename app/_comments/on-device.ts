/** For how long a draft is kept, in milliseconds. */
export const longestKept = 30 * 24 * 60 * 60 * 1000

/** What the device would not keep, until the page is left: the form goes from reply to reply. */
const memory = new Map<string, string>()

/**
 * What this device keeps under a name. Storage may be full, switched off or hold what another page wrote: all of it
 * counts as nothing kept.
 */
export function readKept(name: string): Record<string, unknown> {
  try {
    return { ...JSON.parse(memory.get(name) ?? localStorage.getItem(name) ?? '{}') }
  } catch {
    return {}
  }
}

export function keep(name: string, value: object): void {
  const text = JSON.stringify(value)
  try {
    localStorage.setItem(name, text)
    memory.delete(name)
  } catch {
    memory.set(name, text)
  }
}

export function forget(name: string): void {
  memory.delete(name)
  try {
    localStorage.removeItem(name)
  } catch {
    // Then nothing was kept there.
  }
}
