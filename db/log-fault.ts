import { randomUUID } from 'node:crypto'
import { describeError } from './describe-error'

/**
 * Logs that something was not done, and why, in few words (`describeError`). Gives the name that it has in the log,
 * eight hex digits, for whoever is told of it (trust.md T25). `what` is a sentence without its full stop. `fault` is the
 * name of what went wrong before, where this is one more line of it.
 */
export function logFault(what: string, error: unknown, fault = randomUUID().slice(0, 8)): string {
  console.error(`${what}: ${describeError(error)} (${fault})`)
  return fault
}
