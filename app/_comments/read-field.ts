/** A text of a form, empty when there is none of that name: what an action is called with comes from the network. */
export function readField(form: unknown, name: string): string {
  const value = form instanceof FormData ? form.get(name) : null
  return typeof value === 'string' ? value : ''
}

/** Every text of a form by its name, for a schema to read. As above: none, when it is not a form that came. */
export function readFields(form: unknown): Record<string, string> {
  const fields = form instanceof FormData ? [...form] : []
  return Object.fromEntries(
    fields.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}
