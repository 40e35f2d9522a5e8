/** Ends what a reader is told of a fault with the name it has in the log, should they write to the author about it. */
export function nameFault(told: string, fault: string): string {
  return `${told} If you write to me about it, name ${fault}.`
}

/** The same for the author, who can look it up. */
export function findInLog(told: string, fault: string): string {
  return `${told} In the log it is ${fault}.`
}

/** What stands in the place of `what` could not be read: "Your comments". `name` is `findInLog` for the author. */
export function sayUnread(what: string, fault: string, name = nameFault): string {
  return name(`${what} cannot be looked up just now. Please load this page again in a little while.`, fault)
}
