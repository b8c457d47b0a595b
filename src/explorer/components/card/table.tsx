import '../../styles/table.css'
import { type CSSProperties, type ReactNode, type RefObject, useContext, useLayoutEffect, useMemo, useRef } from 'react'
import { grouped, rounded, signed } from '../../data/number.js'
import type { Form } from '../../data/state.js'
import { agreementSign, type Cell, differs } from '../../data/table/grid.js'
import { type Column, decimalsOf, type Kind, type LayoutRow, rateOf, tableLayoutOf } from '../../data/table/layout.js'
import { levelText, places } from '../../data/texts.js'
import type { Shown } from '../../data/use-page.js'
import { useWords } from '../../i18n/words.js'
import { GoLink, StateContext } from '../go-link.js'
import { Tip } from '../tip.js'
import { useUnits } from '../units.js'
import { Why } from '../why.js'

export function Table({ shown }: { shown: Shown }): ReactNode {
  const { words } = useWords()
  const [, go] = useContext(StateContext)
  const units = useUnits()
  const { grid, model, state } = shown
  const { turned, form, by } = state
  const ordered = useMemo(() => inOrderOf(shown), [shown])
  const lay = useMemo(
    () => tableLayoutOf({ ...grid, rows: ordered }, turned, by !== 'TOTAL', words, form),
    [grid, ordered, turned, by, words, form],
  )
  const box = useWholeColumns<HTMLElement>(lay, !turned)
  const unit = form === 'level' ? units.nameOf(grid.unit) : words.shownUnit(form, units.nameOf(grid.shownUnit))
  return (
    <>
      <p className="table-tools">
        <span className="quiet">{words.tableHelp}</span>
        <button type="button" className="plain" aria-pressed={turned} onClick={() => go({ turned: !turned })}>
          {words.turn}
        </button>
      </p>
      <div className="table-box">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrollable areas must be reachable by keyboard */}
        <section ref={box} className="scrolls" aria-label={words.table} tabIndex={0}>
          <table className="figures">
            <caption className="unseen">{model?.title}</caption>
            <thead>
              <tr>
                <th scope="col">{unit}</th>
                {lay.columns.map((column) => (
                  <NumberHead key={column.label}>{column.label}</NumberHead>
                ))}
              </tr>
            </thead>
            {lay.rows.map((row) => (
              <Lines key={row.key} row={row} columns={lay.columns} form={form} />
            ))}
          </table>
        </section>
      </div>
    </>
  )
}

function inOrderOf({ grid, model }: Shown): Shown['grid']['rows'] {
  const places = new Map(model?.series.map(({ key }, index) => [key, index]))
  return [...grid.rows].sort((one, other) => (places.get(one.key) ?? 0) - (places.get(other.key) ?? 0))
}

const NumberHead = ({ children }: { children: ReactNode }): ReactNode => (
  <th scope="col" className="number">
    {children}
  </th>
)

interface LinesProps {
  readonly row: LayoutRow
  readonly columns: readonly Column[]
  readonly form: Form
}

function Lines({ row, columns, form }: LinesProps): ReactNode {
  const { words } = useWords()
  const isFirst = (kind: Kind): boolean => kind === row.kinds[0]
  return (
    <tbody>
      {row.kinds.map((kind) => (
        <tr key={kind} className={kind}>
          <th scope="row">
            {isFirst(kind) ? (
              row.label
            ) : (
              <>
                <span className="unseen">{row.label}, </span>
                {words.page.lines[kind] ?? ''}
              </>
            )}
          </th>
          {row.cells.map((cell, index) => (
            <td
              key={columns[index]?.label}
              data-agreement={rateOf(cell, kind)?.agreement}
              title={reasonOf(cell, kind)}
              style={kind === 'level' ? roomFor(cell, columns[index]) : undefined}
            >
              <Content cell={cell} kind={kind} form={form} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}

function reasonOf(cell: Cell, kind: Kind): string | undefined {
  const { value, reason } = kind === 'shown' ? cell.shown : (rateOf(cell, kind) ?? cell)
  return (value === null && !kind.endsWith('Printed') && reason) || undefined
}

/** Pads a number at the right so that decimal points align, without adding digits. */
function roomFor({ value }: Cell, column: Column | undefined): CSSProperties | undefined {
  const most = column?.decimals ?? 0
  const own = decimalsOf(value ?? '')
  if (value === null || own === most) return undefined
  return { paddingRight: `calc(var(--mark) + ${most - own}ch + ${own === 0 ? 0.3 : 0}em)` }
}

function Content({ cell, kind, form }: { cell: Cell; kind: Kind; form: Form }): ReactNode {
  const { words } = useWords()
  if (kind === 'shown') return <Transformed cell={cell} form={form} />
  const rate = rateOf(cell, kind)
  if (rate === null) return <Level cell={cell} />
  if (kind.endsWith('Printed'))
    return rate.reported === null ? null : kind === 'growthPrinted' ? signed(rate.reported) : grouped(rate.reported)
  if (rate.value === null) return null
  const computed = rounded(rate.value, places)
  const text = kind === 'growthComputed' ? signed(computed) : grouped(computed)
  if (!differs(rate)) return text
  const mark = words.agreementMarks[rate.agreement] ?? ''
  return (
    <>
      {text}
      <Tip mark={agreementSign(rate)} label={`${text}: ${mark}`}>
        <Why rate={rate} figure={cell.figure} what={kind === 'growthComputed' ? 'growth' : 'share'} />
      </Tip>
    </>
  )
}

const rates: ReadonlySet<Form> = new Set<Form>(['growth', 'change', 'contribution'])

function Transformed({ cell, form }: { cell: Cell; form: Form }): ReactNode {
  const { words } = useWords()
  const { value, qualifier } = cell.shown
  if (value === null) return <span className="unseen">{cell.shown.reason ?? words.noFigure}</span>
  const isRate = rates.has(form) || form === 'share' || form === 'index'
  const digits = isRate ? rounded(value, places) : value
  const text = words.qualified[qualifier].replace('#', rates.has(form) ? signed(digits) : grouped(digits))
  return (
    <>
      {cell.figure === null ? text : <GoLink to={{ figure: cell.figure }}>{text}</GoLink>}
      <Newer cell={cell} />
    </>
  )
}

function Level({ cell }: { cell: Cell }): ReactNode {
  const { words } = useWords()
  if (cell.figure === null) return <span className="unseen">{words.noFigure}</span>
  const text = levelText(cell, words)
  return (
    <>
      <GoLink to={{ figure: cell.figure }} className={cell.value === null ? 'missing' : ''}>
        {cell.value === null && cell.status === 'NIL' ? (
          <>
            <span aria-hidden="true">–</span>
            <span className="unseen">{text}</span>
          </>
        ) : (
          text
        )}
      </GoLink>
      <Newer cell={cell} />
    </>
  )
}

function Newer({ cell: { newer } }: { cell: Cell }): ReactNode {
  const { words } = useWords()
  if (newer === null) return null
  const text = words.page.newer(grouped(newer))
  return (
    <Tip mark="◇" label={text}>
      {text}
    </Tip>
  )
}

/** Makes a table scroll by whole columns, because a number partly hidden behind the fixed column can be misread. */
function useWholeColumns<E extends HTMLElement>(what: unknown, startsAtEnd: boolean): RefObject<E | null> {
  const ref = useRef<E>(null)
  useLayoutEffect(() => {
    const box = ref.current
    if (box === null) return undefined
    snap(box)
    box.scrollLeft = startsAtEnd ? box.scrollWidth : 0
    const observer = new ResizeObserver(() => snap(box))
    observer.observe(box)
    return () => observer.disconnect()
  }, [what, startsAtEnd])
  return ref
}

function snap(box: HTMLElement): void {
  box.style.paddingRight = '0'
  const [first = 0, ...columns] = [...box.querySelectorAll<HTMLElement>('thead th')].map(
    (header) => header.getBoundingClientRect().width,
  )
  const room = box.clientWidth - first
  let used = 0
  for (const width of columns.toReversed()) {
    if (used + width > room) break
    used += width
  }
  const isWhole = box.scrollWidth <= box.clientWidth || used === 0
  box.style.scrollPaddingLeft = `${first}px`
  box.style.paddingRight = isWhole ? '0' : `${room - used}px`
}
