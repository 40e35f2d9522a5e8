import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

export type RunningProcess = {
  pid: number
  /** The process that started it, or that took it over when that one ended. */
  parent: number
  /** Its command line, or what it calls itself now. Empty for one that is dead and not yet counted by its parent. */
  name: string
}

/**
 * The processes of this machine that still run or are still to be counted. Linux tells by files, so that
 * nothing need be installed there; elsewhere `ps` is asked.
 */
export function listProcesses(): RunningProcess[] {
  return process.platform === 'linux' ? listFromFiles() : listFromPs()
}

/** Which of these processes still run; one that is dead and not yet counted by its parent does not. */
export function stillRunning(pids: number[]): number[] {
  return listProcesses()
    .filter(({ pid, name }) => pids.includes(pid) && name !== '')
    .map(({ pid }) => pid)
}

/** How much of a process is in memory, in megabytes. Throws when there is no such process. */
export function residentMegabytes(pid: number): number {
  const kilobytes =
    process.platform === 'linux'
      ? /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return Math.round(Number(kilobytes) / 1024)
}

function listFromFiles(): RunningProcess[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => {
      try {
        // proc_pid_stat(5): the name in brackets may hold spaces; the state and the parent follow it.
        const stat = readFileSync(`/proc/${entry}/stat`, 'utf8')
        const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
        const name = readFileSync(`/proc/${entry}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
        return [{ pid: Number(entry), parent: Number(parent), name: state === 'Z' ? '' : name }]
      } catch {
        // It ended while it was looked at.
        return []
      }
    })
}

function listFromPs(): RunningProcess[] {
  return execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line))
    .flatMap((match) => (match ? [match] : []))
    .map(([, pid, parent, state = '', name = '']) => ({
      pid: Number(pid),
      parent: Number(parent),
      name: state.startsWith('Z') ? '' : name,
    }))
}
