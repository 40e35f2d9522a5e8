import { join } from 'node:path'
import { env } from '../env'

/** Where letters are written when there is no mail server. */
export const lettersFolder = join(env.DATA_DIR, 'letters')
