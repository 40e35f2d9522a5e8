declare global {
  var valuesOfThisProcess: Map<string, unknown> | undefined
}

/**
 * One value per process. Next bundles a module once for pages and once for actions, so a plain module
 * variable would give each its own pool and its own memory; `globalThis` is shared by all of them.
 */
export function oncePerProcess<T>(name: string, make: () => T): T {
  globalThis.valuesOfThisProcess ??= new Map()
  const values = globalThis.valuesOfThisProcess
  if (!values.has(name)) values.set(name, make())
  return values.get(name) as T
}
