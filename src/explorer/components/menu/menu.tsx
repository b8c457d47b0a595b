import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { useWords } from '../../i18n/words.js'
import { jumped, manyOptions, type Option, stepped } from './option.js'
import { Options } from './options.js'
import { place } from './place.js'

interface MenuProps {
  readonly label: string
  readonly text: string
  readonly options: readonly Option[]
  /** The key of the current choice; without one, the entries are commands. */
  readonly chosen?: string
  readonly choose: (key: string) => void
  readonly className?: string
  readonly children?: ReactNode
  readonly isNamed?: boolean
  readonly foot?: ReactNode
}

export function Menu({
  label,
  text,
  options,
  chosen,
  choose,
  className = 'word',
  children,
  isNamed = false,
  foot,
}: MenuProps): ReactNode {
  const { words } = useWords()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState<string | null>(null)
  const [wanted, setWanted] = useState('')
  const button = useRef<HTMLButtonElement>(null)
  const popup = useRef<HTMLDivElement>(null)
  const typed = useRef({ text: '', at: 0 })
  const isPressed = useRef(false)
  const isList = chosen !== undefined
  const isLong = isList && options.length >= manyOptions
  const shown = wanted === '' ? options : options.filter((each) => found(each, wanted))

  useLayoutEffect(() => {
    if (!isOpen || popup.current === null || button.current === null) return
    popup.current.showPopover()
    place(popup.current, button.current)
    popup.current.querySelector<HTMLElement>('input[type=search], [role=listbox], [role=menu]')?.focus()
  }, [isOpen])
  useLayoutEffect(() => {
    if (isOpen && active !== null) document.getElementById(`${id}${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [isOpen, active, id])

  const open = (): void => {
    setWanted('')
    setActive(isList ? chosen : (options.find(({ why }) => why == null)?.key ?? null))
    setOpen(true)
  }
  const close = (): void => {
    setOpen(false)
    button.current?.focus()
  }
  const take = (option: Option): void => {
    if (option.why != null) return
    close()
    choose(option.key)
  }
  const press = (event: KeyboardEvent): void => {
    const { key } = event
    const isTyping = event.target instanceof HTMLInputElement
    if (isTyping && (event.target as HTMLInputElement).type === 'date' && key !== 'Escape') return
    if (key === 'Escape') {
      event.stopPropagation()
      event.preventDefault()
      close()
      return
    }
    if (key === 'Tab') {
      setOpen(false)
      return
    }
    if (key === 'Enter' || (key === ' ' && !isTyping)) {
      event.preventDefault()
      document.getElementById(`${id}${active}`)?.click()
      return
    }
    if (/^(Arrow(Up|Down)|Home|End)$/.test(key) && !(isTyping && /^(Home|End)$/.test(key))) {
      event.preventDefault()
      setActive(stepped(shown, active, key))
      return
    }
    if (isTyping || key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return
    setActive(jumped(shown, active, textWith(event)))
  }
  const textWith = ({ key, timeStamp }: KeyboardEvent): string => {
    const { text, at } = typed.current
    typed.current = { text: timeStamp - at < 700 ? text + key : key, at: timeStamp }
    return typed.current.text
  }
  // A press on the button can go on to an entry and end there; a closed list takes letters, as in native menus.
  const pressDown = ({ pointerType, button: pressed }: PointerEvent): void => {
    isPressed.current = !isOpen && pointerType === 'mouse' && pressed === 0
    if (isPressed.current) open()
  }
  const click = (): void => {
    if (isPressed.current) isPressed.current = false
    else if (isOpen) close()
    else open()
  }
  const pressClosed = (event: KeyboardEvent): void => {
    const { key } = event
    if (isOpen || event.ctrlKey || event.metaKey || event.altKey) return
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault()
      open()
    } else if (isList && key.length === 1 && key !== ' ') {
      const found = jumped(options, chosen, textWith(event))
      if (found !== null && found !== chosen) choose(found)
    }
  }
  const releaseOver = ({ target }: PointerEvent): void => {
    if (!isPressed.current) return
    isPressed.current = false
    const entry = (target as Element).closest('[role=option], [role=menuitem]')
    if (entry instanceof HTMLElement) entry.click()
  }
  const left = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget !== button.current && !popup.current?.contains(relatedTarget)) setOpen(false)
  }
  const current = isOpen && shown.some(({ key }) => key === active) ? `${id}${active}` : undefined
  return (
    <span className="menu">
      <button
        ref={button}
        type="button"
        className={className}
        aria-haspopup={isList ? 'listbox' : 'menu'}
        aria-expanded={isOpen}
        aria-label={isNamed ? undefined : text === label ? label : words.labelled(label, text)}
        onPointerDown={pressDown}
        onMouseDown={(event) => event.preventDefault()} // or the button would take the focus from the list
        onClick={click}
        onKeyDown={pressClosed}
      >
        {children ?? <span>{text}</span>}
      </button>
      {isOpen && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the list within
        <div ref={popup} popover="manual" className="popup" onKeyDown={press} onBlur={left} onPointerUp={releaseOver}>
          {isLong && (
            <input
              type="search"
              className="find"
              role="combobox"
              aria-expanded="true"
              aria-controls={`${id}list`}
              aria-activedescendant={current}
              aria-label={words.labelled(words.page.find, label)}
              placeholder={words.page.find}
              value={wanted}
              onChange={({ target }) => {
                setWanted(target.value)
                setActive(options.find((each) => each.why == null && found(each, target.value))?.key ?? null)
              }}
            />
          )}
          {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: a list box or a menu, which both support it */}
          <div
            id={`${id}list`}
            role={isList ? 'listbox' : 'menu'}
            aria-label={label}
            tabIndex={isLong ? -1 : 0}
            aria-activedescendant={isLong ? undefined : current}
            className="list"
          >
            <Options id={id} options={shown} active={active} chosen={chosen} take={take} point={setActive} />
          </div>
          {shown.length === 0 && <p className="nothing">{words.page.nothingFound}</p>}
          {foot}
        </div>
      )}
    </span>
  )
}

const found = ({ text, detail = '', key }: Option, wanted: string): boolean =>
  [text, detail, key].some((each) => each.toLowerCase().includes(wanted.trim().toLowerCase()))
