import type { PGlite } from '@electric-sql/pglite'

/** The first bytes of Parse, Bind, Describe, Execute, Close and Flush: more of the same query follows, up to Sync. */
const partial = new Set([...'PBDECH'].map((letter) => letter.charCodeAt(0)))

/**
 * Makes the socket server finish one client's query before it takes up another's. It hands over one protocol
 * message at a time and stays with a client only within a transaction, while all clients share the unnamed
 * statement: two reads at once took each other's (errors 08P01, 26000 and 34000). So whoever is between Parse
 * and Sync counts as in a transaction, too.
 */
export function keepQueriesWhole(database: PGlite): void {
  const original = {
    isInTransaction: database.isInTransaction.bind(database),
    execProtocolRawStream: database.execProtocolRawStream.bind(database),
    exec: database.exec.bind(database),
  }
  let isMidway = false
  database.isInTransaction = () => isMidway || original.isInTransaction()
  database.execProtocolRawStream = (message, options) => {
    isMidway = partial.has(message[0] ?? 0)
    return original.execProtocolRawStream(message, options)
  }
  // The server rolls back with this for a client that went away. After an error all is passed over until Sync,
  // which only the end of the first `ROLLBACK` brings: without a second the next client inherits the transaction.
  database.exec = async (query, options) => {
    const done = await original.exec(query, options)
    return original.isInTransaction() ? original.exec(query, options) : done
  }
}
