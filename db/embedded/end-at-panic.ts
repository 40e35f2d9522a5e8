import type { PGlite } from '@electric-sql/pglite'

/** The exit code of a database process that may simply be started again (`EX_TEMPFAIL` of sysexits.h). */
export const exitAtPanic = 75

/** How an `ErrorResponse` of this severity begins (PostgreSQL manual, error fields). No row holds it: text has no zero in it. */
const panic = Buffer.from('SPANIC\0VPANIC\0')

/**
 * Calls `end` when Postgres has panicked, as it does when the disk has no room for the next file of its log of
 * writes. A server of one's own restarts by itself then; the next word to this one would never return.
 */
export function endAtPanic(database: PGlite, end: () => void): void {
  const original = database.execProtocolRawStream.bind(database)
  database.execProtocolRawStream = async (message, options) => {
    let hasPanicked = false
    await original(message, {
      ...options,
      onRawData(data) {
        hasPanicked ||= Buffer.from(data).includes(panic)
        options.onRawData(data)
      },
    })
    if (hasPanicked) end()
  }
}
