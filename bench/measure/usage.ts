import { readFileSync } from 'node:fs'
import { listProcesses, residentMegabytes } from '../../db/testing/list-processes'

/** How many of the kernel's ticks are a second (Linux: always 100 for those who ask). */
const ticks = 100

/** What a process and all that it started use now: megabytes in memory, and seconds of processor so far, by process. */
export function treeUsage(pid: number): { megabytes: number; cpu: Map<number, number> } {
  const cpu = new Map<number, number>()
  let megabytes = 0
  for (const each of listTree(pid)) {
    try {
      cpu.set(each.pid, processorOf(each.pid))
      megabytes += residentMegabytes(each.pid)
    } catch {
      // It ended while it was looked at.
    }
  }
  return { megabytes, cpu }
}

/** proc_pid_stat(5): utime and stime, of all its threads. */
function processorOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticks
}

/** Megabytes of the process of Next that serves, somewhere under `pid`. Throws when there is none. */
export function serverMegabytes(pid: number): number {
  const server = listTree(pid).find(({ name }) => name.startsWith('next-server'))
  if (!server) throw new Error('No server of Next is running.')
  return residentMegabytes(server.pid)
}

function listTree(pid: number) {
  // One that is dead and not yet counted by its parent has no name, and no memory.
  const all = listProcesses().filter(({ name }) => name !== '')
  const tree = all.filter((each) => each.pid === pid)
  // The array grows while it is walked.
  for (const { pid: parent } of tree) tree.push(...all.filter((each) => each.parent === parent))
  return tree
}
