// Runs before anything is shown, and before the page has its handlers: what a reader does meanwhile must not be lost.

const kinds = ['click', 'input', 'keydown'] as const
const early: { readonly event: Event; readonly value: string | null }[] = []

function note(event: Event): void {
  const { target } = event
  early.push({ event, value: target instanceof HTMLInputElement ? target.value : null })
}

for (const kind of kinds) document.addEventListener(kind, note, true)

/** Repeats what was pressed and typed before the page had handlers. Links have worked without them. */
export function catchUp(): void {
  for (const kind of kinds) document.removeEventListener(kind, note, true)
  for (const { event, value } of early.splice(0)) {
    const { target } = event
    if (!(target instanceof Element) || !target.isConnected || target.closest('a') !== null) continue
    if (target instanceof HTMLInputElement && value !== null) target.value = value
    const Kind = event.constructor as typeof Event
    target.dispatchEvent(new Kind(event.type, event))
  }
}
