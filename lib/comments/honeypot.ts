/** The field no person sees; whoever fills it in is probably a script. */
export const honeypotField = 'topic'
