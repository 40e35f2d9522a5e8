import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { text } from 'node:stream/consumers'

/** A disk of its own, until `stop`. */
export type SmallDisk = { folder: string; stop(): Promise<void> }

/**
 * A disk in memory of `size` (as `mount` takes it), or why this machine allows none. It is mounted where one process of
 * ours sees it, which takes no root (user_namespaces(7)), and reached through that process; it goes with it, however
 * the run ends. Throws when it fails for any other reason: that would be a mistake of ours.
 */
export async function openSmallDisk(size: string): Promise<SmallDisk | { refused: string }> {
  const mount = 'mount -t tmpfs -o "size=$0" tmpfs "$1" && echo mounted && read -r _'
  const holder = spawn('unshare', ['--map-root-user', '--mount', 'sh', '-c', mount, size, tmpdir()])
  const complaints = text(holder.stderr)
  const ended = once(holder, 'close').catch((error: unknown) => String(error))
  const isMounted = await Promise.race([
    once(holder.stdout, 'data').then(() => true),
    ended.then(() => false),
  ])
  if (!isMounted) {
    const failure = await ended
    const why = typeof failure === 'string' ? failure : (await complaints).trim()
    if (isForbidden(why)) return { refused: why }
    throw new Error(`No small disk could be made: ${why}`)
  }
  return {
    folder: `/proc/${holder.pid}/root${tmpdir()}`,
    async stop() {
      holder.stdin.end()
      await ended
    },
  }
}

/** Whether a machine may not do this, or has no `unshare`, by what was complained of: such a run is skipped, and says so. */
export function isForbidden(complaint: string): boolean {
  return /\bENOENT\b|not permitted|denied|unshare failed/i.test(complaint)
}
