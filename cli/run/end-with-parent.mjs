// Preloaded (NODE_OPTIONS) into every process that a command starts and that is not our own code: Next and
// its workers. It asks five times a second whether the channel to the parent is still there, because a parent
// that was killed with SIGKILL can tell nobody. It adds no listener and no timer that keeps a process alive.
if (process.connected) {
  const watch = setInterval(() => {
    if (process.connected) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.exit(1), 1000).unref()
  }, 200)
  watch.unref()
}
