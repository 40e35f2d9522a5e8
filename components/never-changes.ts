/** For `useSyncExternalStore`: what stays as it is for as long as the page does, and only the server does not know. */
export function neverChanges() {
  return () => {}
}
