/**
 * Milliseconds of the processor that some work takes, the least of five times: whatever else a machine is busy with
 * meanwhile, this process is not.
 */
export function processorTime(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...times)
}
