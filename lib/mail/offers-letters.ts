import { env, isLoopback } from '../env'

/**
 * True where letters go out, or are at least written into the data folder for the author to look at: only then do forms
 * offer any. Part of the build, as the forms are.
 */
export const offersLetters = env.SMTP_URL !== undefined || isLoopback(env.SITE_URL)
