import { spawn } from 'node:child_process'

/**
 * Has a group of processes end when this process does, however that comes: a test run that is killed, or gives a hook
 * up, calls nobody. A shell waits for the end of a pipe that only we hold. `ended` resolves when there is nothing left
 * to end: the number may be another group's then.
 */
export function endWithUs(group: number, ended: Promise<unknown>): void {
  const watcher = spawn('sh', ['-c', 'read -r _; kill -s TERM -- "-$0"', String(group)], {
    // Ctrl-C in a terminal must not end it before us.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  watcher.unref()
  void ended.then(() => watcher.kill('SIGKILL'))
}
