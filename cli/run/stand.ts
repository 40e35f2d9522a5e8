import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { env } from '../../lib/env'
import { offersLetters } from '../../lib/mail/offers-letters'
import { fingerprint } from './fingerprint'

const schema = z.object({ inputs: z.string(), builtAt: z.iso.datetime() })

/** What a build was made of, and when it was begun: its pages know nothing that was said later. */
export type Stand = z.output<typeof schema>

/** The folder that is locked by whoever builds or serves. */
export const buildLock = `${env.NEXT_DIST_DIR}-in-use`

/** The fingerprint of all that goes into a build of the site in the working folder. */
export function inputsOfBuild(actionKey: string): string {
  return fingerprint({
    root: '.',
    contentDir: env.CONTENT_DIR,
    except: [env.DATA_DIR, env.NEXT_DIST_DIR, buildLock],
    // PORT is part of SITE_URL, unless that is given and no page knows of the port.
    settings: {
      SITE_URL: env.SITE_URL,
      CONTENT_DIR: env.CONTENT_DIR,
      actionKey,
      // Forms offer letters, or do not.
      letters: String(offersLetters),
    },
  })
}

/** Null when there is none, or one that cannot be read: then the site is built again. */
export function readStand(file: string): Stand | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

/** Whoever is killed meanwhile leaves no half of it. */
export function writeStand(file: string, stand: Stand): void {
  const unfinished = `${file}.${process.pid}`
  writeFileSync(unfinished, JSON.stringify(stand))
  renameSync(unfinished, file)
}
