/** The name of the secret with which is sealed what an address tells as done. */
export const doneKey = 'what was done'
