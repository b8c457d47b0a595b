const margin = 8

/** Puts a popup below its button, or above it where there is more room, within the window. */
export function place(popup: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect()
  const room = { below: window.innerHeight - at.bottom - margin - 4, above: at.top - margin - 4 }
  const isBelow = room.below >= Math.min(popup.scrollHeight, 240) || room.below >= room.above
  popup.style.maxHeight = `${Math.max(120, isBelow ? room.below : room.above)}px`
  const own = popup.getBoundingClientRect()
  const width = document.documentElement.clientWidth
  const isRight = at.left + own.width > width - margin
  const left = isRight ? at.right - own.width : at.left
  popup.style.left = `${Math.max(margin, Math.min(left, width - own.width - margin))}px`
  popup.style.top = `${isBelow ? at.bottom + 4 : Math.max(margin, at.top - own.height - 4)}px`
}
