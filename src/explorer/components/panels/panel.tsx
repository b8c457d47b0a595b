import '../../styles/table.css'
import '../../styles/panels/panels.css'
import { type MouseEvent, type ReactNode, type SyntheticEvent, useLayoutEffect, useRef } from 'react'
import { useWords } from '../../i18n/words.js'
import { Glyph } from '../glyph.js'

interface PanelProps {
  readonly name: string
  readonly title: ReactNode
  /** Closes the panel: its button, a click beside it, and Escape, for which `undo` is called instead if given. */
  readonly close: () => void
  readonly undo?: () => void
  readonly aside?: ReactNode
  readonly foot?: ReactNode
  readonly size?: 'wide'
  readonly children: ReactNode
}

export function Panel({ name, title, close, undo, aside, foot, size, children }: PanelProps): ReactNode {
  const { words } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const { current } = dialog
    current?.showModal()
    current?.querySelector<HTMLElement>('[data-first]')?.focus()
    return () => current?.close() // restores the focus after the back button
  }, [])
  const cancelled = (event: SyntheticEvent): void => {
    if (event.target !== dialog.current) return
    event.preventDefault()
    ;(undo ?? close)()
  }
  // A browser closes by itself what was cancelled twice.
  const closed = ({ target, currentTarget }: SyntheticEvent<HTMLDialogElement>): void => {
    if (target === currentTarget && currentTarget.isConnected && !currentTarget.open) (undo ?? close)()
  }
  const beside = ({ target }: MouseEvent): void => {
    if (target === dialog.current) close()
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same
    <dialog
      ref={dialog}
      className="panel"
      data-size={size}
      aria-label={name}
      onCancel={cancelled}
      onClose={closed}
      onClick={beside}
    >
      <div className="panel-page">
        <header className="panel-head">
          {title}
          <div className="panel-tools">
            {aside}
            <button type="button" className="icon-button" aria-label={words.figure.close} onClick={close}>
              <Glyph name="close" size={18} />
            </button>
          </div>
        </header>
        <div className="panel-body">{children}</div>
        {foot !== undefined && <footer className="panel-foot">{foot}</footer>}
      </div>
    </dialog>
  )
}
