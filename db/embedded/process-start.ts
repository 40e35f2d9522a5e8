import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * When process `pid` began, as a text that no other process of that number ever had; null when there is no
 * such process. Where the system does not tell, `'unknown'`: then the number alone must do.
 */
export function processStart(pid: number): string | null {
  if (!isAlive(pid)) return null
  try {
    if (process.platform === 'linux') {
      // proc_pid_stat(5): the name in brackets may hold spaces; field 22 counts ticks since the boot.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      // A zombie holds nothing any more: it only waits to be counted by its parent.
      if (fields[0] === 'Z') return null
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`
    }
    if (process.platform !== 'win32') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
        encoding: 'utf8',
        // It writes in the language and the time zone of whoever asks, and the lock was written by somebody else.
        env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
      }).trim()
    }
  } catch {
    if (!isAlive(pid)) return null
  }
  return 'unknown'
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it is there, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
