import pg from 'pg'
import { readAddress } from './address'

/**
 * The kind of connection a pool for the embedded server of `dataDir` makes. The address is looked up for
 * each one, so that a server that was started again elsewhere is found.
 */
export function embeddedClient(dataDir: string): typeof pg.Client {
  return class EmbeddedClient extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      // A folder without a socket where no server runs: the pool expects a refusal from `connect`,
      // while an error thrown here would end the process.
      const { host, port } = readAddress(dataDir) ?? { host: dataDir, port: 5432 }
      super({ ...config, host, port, user: 'postgres', database: 'postgres', ssl: false })
    }
  }
}
