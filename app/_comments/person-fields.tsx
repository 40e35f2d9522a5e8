import { type ComponentType, lazy, Suspense } from 'react'
import type { FieldErrors, Typed } from '@/lib/comments/fields'
import { Field } from './field'
import type { usePerson } from './use-person'

/** For whoever ticks the box. Without it the newest post is found all the same. */
const LatestChoice = lazy<ComponentType<{ website: string }>>(async () => {
  const loaded = await import('./latest-choice').catch(() => null)
  return { default: loaded?.LatestChoice ?? (() => null) }
})

type PersonFieldsProps = {
  person: ReturnType<typeof usePerson>
  errors: FieldErrors
  /** What was typed before the page was sent back with mistakes; null on a fresh one. */
  typed: Typed | null
  /** Whether letters can be had. */
  offersLetters: boolean
}

/** Who writes: the fields, or one line for whoever is remembered on this device, the fields hidden behind it. */
export function PersonFields({ person, errors, typed, offersLetters }: PersonFieldsProps) {
  return (
    <>
      {person.name !== null && (
        <p className="meta">
          Posting as <bdi>{person.name}</bdi>.{' '}
          <button className="quiet" type="button" onClick={person.change}>
            Change
          </button>
        </p>
      )}
      <div className={person.name === null ? 'contents' : 'hidden'}>
        <div className="two">
          <Field
            name="name"
            label="Name"
            hint="As you would like it shown"
            error={errors.name}
            defaultValue={typed?.name}
            type="text"
            autoComplete="name"
          />
          <Field
            name="email"
            label="Email"
            hint="Never shown"
            error={errors.email}
            defaultValue={typed?.email}
            type="email"
            autoComplete="email"
            isOptional
          />
        </div>
        <Field
          name="website"
          label="Website"
          hint="If you keep a blog, your name will link to it"
          error={errors.website}
          defaultValue={typed?.website}
          type="url"
          autoComplete="url"
          isOptional
        />
      </div>
      <label className="check">
        <input
          type="checkbox"
          name="addLatest"
          defaultChecked={typed?.addLatest}
          onChange={person.lookForLatest}
        />
        <span>
          Add my latest post. <span className="meta">From your blog’s feed.</span>
        </span>
      </label>
      {person.latestFrom !== null && (
        <Suspense>
          <LatestChoice website={person.latestFrom} />
        </Suspense>
      )}
      {offersLetters && (
        <label className="check">
          <input type="checkbox" name="letters" defaultChecked={typed?.letters} />
          <span>
            E-mail me replies. <span className="meta">Every letter can stop them.</span>
          </span>
        </label>
      )}
      <div className={person.name === null ? 'contents' : 'hidden'}>
        <label className="check scripted">
          <input type="checkbox" name="remember" defaultChecked={typed?.remember} />
          Remember my details on this device
        </label>
      </div>
    </>
  )
}
