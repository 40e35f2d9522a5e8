/**
 * A few words about why something failed, fit for a log: the code and the constraint, or what the connection
 * said; of what only a fault of ours can cause, where it happened. Never a message that may hold what the reader typed:
 * that of a query, or of what JSON or Zod could not read.
 */
export function describeError(error: unknown): string {
  // Drizzle wraps what the driver threw.
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  if (!(cause instanceof Error)) return 'unknown error'
  const { code, constraint } = withCode(cause)
  // A SQLSTATE comes with a message that may quote values.
  if (code && /^[0-9A-Z]{5}$/.test(code)) return constraint ? `${code} ${constraint}` : code
  // Errors of a kind of their own (`SyntaxError`, `ZodError`) quote what they were given.
  return code ?? (cause.name === 'Error' ? cause.message : `${cause.name}${whereThrown(cause)}`)
}

/** The innermost places of the code it went through: what follows the message, of which nothing is taken. */
function whereThrown({ stack = '', message }: Error): string {
  const [, places = ''] = stack.split(`${message}\n    at `, 2)
  const frames = `    at ${places}`.match(/(?<=^\s+at ).+:\d+:\d+\)?$/gm)
  return frames ? ` at ${frames.slice(0, 3).join(', ')}` : ''
}

/** True when the tables of this version are not there (SQLSTATE 42P01, undefined_table). */
export function isMissingTable(error: unknown): boolean {
  return describeError(error) === '42P01'
}

/**
 * True when a statement is not what the driver holds it to be, and nothing was done: the server does not know it by its name
 * (SQLSTATE 26000), knows another (42P05), or planned it for tables that have changed since (0A000).
 */
export function isStatementElsewhere(error: unknown): boolean {
  return ['26000', '42P05', '0A000'].includes(describeError(error))
}

function withCode(error: Error): { code?: string; constraint?: string } {
  return {
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    ...('constraint' in error && typeof error.constraint === 'string' && { constraint: error.constraint }),
  }
}
