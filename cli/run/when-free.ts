import { setTimeout as wait } from 'node:timers/promises'
import { FolderInUse } from '../../db/embedded/lock'

/** How often a held folder is asked for again, and after how many milliseconds each time: five seconds in all. */
const [most, pause] = [50, 100]

/**
 * What `take` gives once nobody else holds the folder. A blog whose npm was killed needs a moment to notice and
 * to end, and should not keep the next one from starting. Throws `FolderInUse` when it is still held after that.
 */
export async function whenFree<Taken>(take: () => Taken | Promise<Taken>): Promise<Taken> {
  for (let tries = 0; ; tries++) {
    try {
      return await take()
    } catch (error) {
      if (!(error instanceof FolderInUse) || tries === most) throw error
      if (tries === 0)
        console.log(`Process ${error.pid} is still here. Waiting a moment, in case it is ending.`)
      await wait(pause)
    }
  }
}
