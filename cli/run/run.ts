type End = () => void | Promise<void>

/** What a command has started so far. Everything in it ends, in reverse order, when the command does. */
export type Run = {
  /** Aborted as soon as the command is to end: asked by a signal, done, or because a part of it failed. */
  readonly signal: AbortSignal
  /** Says how to end something that was just started; it is ended at once when the run is already ending. */
  onEnd(end: End): void
  /** Ends the run as failed; the message is for the person at the terminal. */
  fail(message: string): void
}

/** A run and the two ways to finish it. `end` resolves when everything has ended, and may be called twice. */
function openRun(onFailure: (message: string) => void): { run: Run; end: () => Promise<void> } {
  const controller = new AbortController()
  const ends: End[] = []
  let ending: Promise<void> | null = null

  async function endAll() {
    controller.abort()
    for (let end = ends.pop(); end; end = ends.pop()) {
      try {
        await end()
      } catch (error) {
        console.error(error)
      }
    }
  }

  const run: Run = {
    signal: controller.signal,
    onEnd(end) {
      ends.push(end)
      // What comes up while all the rest goes down is ended in its turn.
      if (ending) ending = ending.then(endAll)
    },
    fail(message) {
      if (!controller.signal.aborted) onFailure(message)
    },
  }
  return {
    run,
    async end() {
      ending ??= endAll()
      await ending
    },
  }
}

/**
 * Runs a command to its end: when `work` is done, when it throws, when a part fails, when whoever started it is
 * gone, or on SIGINT, SIGTERM and SIGHUP, which may come twice (npm passes on what the terminal has already
 * sent). Then ends all it has started and leaves the process: with 1 after a failure or when `work` has set
 * `process.exitCode`, else with 0, also after a signal.
 */
export async function runCommand(work: (run: Run) => Promise<void>): Promise<never> {
  const exitCode = await new Promise<number>((resolve) => {
    const { run, end } = openRun((message) => {
      console.error(message)
      void finish(1)
    })
    async function finish(code: number) {
      await end()
      resolve(code)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void finish(0))
    process.once('disconnect', () => void finish(0))
    onOrphaned(() => void finish(0))
    work(run).then(
      () => finish(process.exitCode === undefined ? 0 : 1),
      (error: unknown) => run.fail(error instanceof Error ? error.message : String(error)),
    )
  })
  process.exit(exitCode)
}

/** Calls back when the npm that started this command is gone: it was killed and could not pass on a signal. */
function onOrphaned(callback: () => void) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    callback()
  }, 500)
  watch.unref()
}
