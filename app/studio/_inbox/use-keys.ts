import type { KeyboardEvent } from 'react'
import { useStored } from '@/components/use-stored'

/** Whether letters do something in the list; switched off for good in this browser. */
export function useKeysOn(): [boolean, (isOn: boolean) => void] {
  const [stored, keep] = useStored('studio-keys')
  return [stored !== 'off', (isOn) => keep(isOn ? 'on' : 'off')]
}

type Keys = {
  isOn: boolean
  /** A letter stands for this button. */
  onPress: (button: HTMLButtonElement) => void
  onUndo: () => void
  onHelp: () => void
}

/**
 * What a key does that is pressed while the list has the focus. Never while something is typed, nor with a key that
 * belongs to the browser.
 */
export function pressKey(event: KeyboardEvent<HTMLOListElement>, keys: Keys): void {
  const { isOn, onPress, onUndo, onHelp } = keys
  if (!isOn || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
  const { target, currentTarget: list, key } = event
  if (!(target instanceof HTMLElement) || target.matches('textarea, select, input:not([type="checkbox"])'))
    return
  const articles = [...list.querySelectorAll('article')]
  const here = articles.findIndex((article) => article.contains(target))
  const article = articles[here]
  function press(verb: string) {
    const button = article?.querySelector<HTMLButtonElement>(`.do > button[value="${verb}"]`)
    if (button) onPress(button)
  }
  const deeds: Record<string, () => void> = {
    j: () => articles[nextAfter(articles, target)]?.focus(),
    k: () => articles[previousBefore(articles, target)]?.focus(),
    a: () => press('publish'),
    s: () => press('spam'),
    d: () => press('remove'),
    r: () => openReply(article),
    z: onUndo,
    '?': onHelp,
  }
  const deed = Object.hasOwn(deeds, key) ? deeds[key] : undefined
  if (!deed) return
  event.preventDefault()
  deed()
}

function openReply(article: HTMLElement | undefined) {
  const reply = article?.querySelector<HTMLDetailsElement>('details.say')
  if (!reply) return
  reply.open = true
  reply.querySelector('textarea')?.focus()
}

function isAfter(article: HTMLElement, target: HTMLElement): boolean {
  return (target.compareDocumentPosition(article) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
}

/** The first comment below the focus, also from between two of them. */
function nextAfter(articles: HTMLElement[], target: HTMLElement): number {
  return articles.findIndex((article) => !article.contains(target) && isAfter(article, target))
}

function previousBefore(articles: HTMLElement[], target: HTMLElement): number {
  return articles.findLastIndex((article) => !article.contains(target) && !isAfter(article, target))
}
