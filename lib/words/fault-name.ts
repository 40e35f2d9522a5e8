import { z } from 'zod'

/** The name of a fault in the log, as `logFault` makes it, where it comes back from a browser. */
export const faultName = z.string().regex(/^[0-9a-f]{8}$/)
