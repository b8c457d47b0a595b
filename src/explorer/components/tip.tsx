import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'

const margin = 8

export function Tip({ mark, label, children }: { mark: ReactNode; label: string; children: ReactNode }): ReactNode {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const tip = useRef<HTMLSpanElement>(null)

  useLayoutEffect(() => {
    if (!isOpen || button.current === null || tip.current === null) return
    tip.current.showPopover()
    const at = button.current.getBoundingClientRect()
    const own = tip.current.getBoundingClientRect()
    const left = Math.max(
      margin,
      Math.min(at.left + at.width / 2 - own.width / 2, document.documentElement.clientWidth - own.width - margin),
    )
    const isBelow = at.bottom + own.height + margin < window.innerHeight
    tip.current.style.left = `${left}px`
    tip.current.style.top = `${isBelow ? at.bottom + 4 : Math.max(margin, at.top - own.height - 4)}px`
  }, [isOpen])

  // A tooltip that the pointer opened has no focus, so Escape is caught before it can close anything else.
  useLayoutEffect(() => {
    if (!isOpen) return undefined
    const putAway = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      setOpen(false)
    }
    window.addEventListener('keydown', putAway, true)
    return () => window.removeEventListener('keydown', putAway, true)
  }, [isOpen])

  return (
    <span className="tipped" onPointerEnter={() => setOpen(true)} onPointerLeave={() => setOpen(false)}>
      <button
        ref={button}
        type="button"
        className="mark"
        aria-label={label}
        aria-describedby={isOpen ? id : undefined}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onClick={() => setOpen(true)}
      >
        {mark}
      </button>
      {isOpen && (
        <span ref={tip} id={id} role="tooltip" popover="manual" className="tip">
          {children}
        </span>
      )}
    </span>
  )
}
