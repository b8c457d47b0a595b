import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react'
import { Menu } from '../../components/menu/menu.js'
import type { Lists } from '../../data/view.js'
import { type Class, classOf, type Draft } from '../data/draft.js'
import { nameOf } from '../data/naming.js'
import { type Desk, type Order, orders } from '../data/use-desk.js'
import { useDeskWords } from '../i18n/words.js'
import { Edit } from './edit.js'
import { Row } from './row.js'

const typing = 'select, textarea, input:not([type=checkbox])'
const urgency: Readonly<Record<Class, number>> = { CONTRADICTED: 0, NOT_PLACED: 1, PLAIN: 2, CONFIRMED: 3 }

/** Lists the figures of a text. Its keys: J and K move, A accepts, X rejects, E corrects. */
export function Proposals({ desk: own, lists }: { desk: Desk; lists: Lists | null }): ReactNode {
  const { desk } = useDeskWords()
  const list = useRef<HTMLOListElement>(null)
  const { drafts, active, open, order } = own
  const shown =
    order === 'text' ? drafts : drafts.toSorted((one, other) => urgency[classOf(one)] - urgency[classOf(other)])
  const isAway = own.focus === null || (open !== null && own.isAskedFor)
  useLayoutEffect(() => {
    if (isAway) return
    const row = list.current?.querySelector<HTMLElement>('[data-current]')
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }, [own.focus, isAway])
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).matches(typing)) return
    const at = shown.findIndex(({ key }) => key === active)
    const to = { j: at + 1, ArrowDown: at + 1, k: at - 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[
      event.key.length === 1 ? event.key.toLowerCase() : event.key
    ]
    const current = shown[at]
    if (to !== undefined) own.activate(shown[Math.max(0, Math.min(shown.length - 1, to))]?.key ?? null)
    else if (current === undefined) return
    else if (event.key === 'a' || event.key === 'A') own.accept(current.key)
    else if (event.key === 'x' || event.key === 'X') own.decide(current.key, 'REJECTED')
    else if (event.key === 'e' || event.key === 'E') own.edit(current.key)
    else return
    event.preventDefault()
  }
  return (
    <section className="side proposals" aria-labelledby="proposed">
      <header>
        <h2 id="proposed">{desk.proposed}</h2>
        <p className="quiet">
          {desk.order}{' '}
          <Menu
            label={desk.order}
            text={desk.orders[order]}
            options={orders.map((key) => ({ key, text: desk.orders[key] }))}
            chosen={order}
            choose={(key) => own.sortBy(key as Order)}
          />
        </p>
      </header>
      <ol ref={list} className="figures" onKeyDown={press}>
        {shown.map((draft) => (
          <li
            key={draft.key}
            id={draft.key}
            data-class={classOf(draft)}
            data-active={draft.key === active || undefined}
            data-decision={draft.decision}
          >
            <Entry draft={draft} lists={lists} own={own} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Entry({ draft, lists, own }: { draft: Draft; lists: Lists | null; own: Desk }): ReactNode {
  const { words } = useDeskWords()
  const { key } = draft
  return (
    <>
      <Row
        draft={draft}
        lists={lists}
        isActive={key === own.active}
        isOpen={key === own.open}
        activate={() => own.point(key)}
        open={() => own.edit(key)}
        decide={(decision) => own.decide(key, decision)}
      />
      {key === own.open && lists !== null && (
        <Edit
          draft={draft}
          name={nameOf(draft, lists, words)}
          lists={lists}
          takesFocus={own.isAskedFor}
          edit={(fields) => own.change(key, fields)}
          restore={() => own.restore(key)}
          accept={() => own.accept(key)}
          reject={() => own.decide(key, 'REJECTED')}
          close={own.close}
        />
      )}
    </>
  )
}
