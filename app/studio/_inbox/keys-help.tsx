'use client'

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

const dialogId = 'keys'

/** Opens the list of keys, wherever on the page it stands. */
export function showKeys() {
  const dialog = document.getElementById(dialogId)
  if (dialog instanceof HTMLDialogElement) dialog.showModal()
}

/** The list of keys, which the key “?” opens too, and the way to switch them off. */
export function KeysHelp() {
  const [isOn, setOn] = useKeysOn()
  return (
    <div className="scripted keys">
      <button className="quiet" type="button" onClick={showKeys}>
        Keys: {isOn ? 'on' : 'off'} (?)
      </button>
      <dialog className="box keys-list" id={dialogId} aria-labelledby="keys-h">
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
        {/* Close first, as a dialog gives that the focus: Enter must not switch the keys off for good. */}
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
