/** A text of a form, empty when there is none of that name: what an action is called with comes from the network. */
export function readField(form: unknown, name: string): string {
  const value = form instanceof FormData ? form.get(name) : null
  return typeof value === 'string' ? value : ''
}
