import type { FieldErrors, Typed } from '@/lib/comments/fields'
import { Field } from './field'
import type { usePerson } from './use-person'

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
        <input type="checkbox" name="addLatest" defaultChecked={typed?.addLatest} />
        <span>
          Add my latest post. <span className="meta">From your blog’s feed, a little later.</span>
        </span>
      </label>
      {offersLetters && (
        <label className="check">
          <input type="checkbox" name="letters" defaultChecked={typed?.letters} />
          <span>
            E-mail me replies. <span className="meta">Every letter can stop them.</span>
          </span>
        </label>
      )}
      <div className={person.name === null ? 'contents' : 'hidden'}>
        <label className="check">
          <input type="checkbox" name="remember" defaultChecked={typed?.remember} />
          Remember my details on this device
        </label>
      </div>
    </>
  )
}
