'use client'

import type { RefObject } from 'react'
import { useKeysOn } from './use-keys'

const keys = [
  ['j', 'the next comment'],
  ['k', 'the comment before'],
  ['a', 'approve'],
  ['r', 'reply'],
  ['s', 'spam'],
  ['d', 'bin'],
  ['z', 'undo'],
  ['?', 'this list'],
] as const

/** The list of keys, which the key “?” opens too, and the way to switch them off. */
export function KeysHelp({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }) {
  const [isOn, setOn] = useKeysOn()
  return (
    <div className="scripted keys">
      <button className="quiet" type="button" onClick={() => dialog.current?.showModal()}>
        Keys: {isOn ? 'on' : 'off'} (?)
      </button>
      <dialog className="box keys-list" ref={dialog} aria-labelledby="keys-h">
        <h2 id="keys-h">Keys</h2>
        <dl>
          {keys.map(([key, words]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        <p>Only while the list has the focus, and never while you type. {!isOn && 'They are off now.'}</p>
        {/* The first has the focus, and Enter changes nothing. */}
        <form className="do-row" method="dialog">
          <button className="btn btn-1" type="submit">
            Close
          </button>
          <button className="btn" type="button" onClick={() => setOn(!isOn)}>
            Turn keys {isOn ? 'off' : 'on'}
          </button>
        </form>
      </dialog>
    </div>
  )
}
