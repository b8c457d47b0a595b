import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { type Cell, keyOf } from '../data/table.js'
import { useDeskWords } from '../i18n/words.js'
import { CellField, CellRow } from './cell-row.js'

interface CellsProps {
  readonly rows: readonly (readonly string[])[]
  readonly columnCount: number
  /** The messages of findings, by cell. */
  readonly marked: ReadonlyMap<string, readonly string[]>
  readonly corrected: ReadonlySet<string>
  readonly active: Cell
  /** Counts how often the active cell was shown, after which it takes the focus. */
  readonly shown: number
  readonly activate: (cell: Cell) => void
  readonly correct: ((cell: Cell, text: string) => void) | null
}

/** The most cells that are drawn; of a larger table, the rows around the active one. */
const mostDrawn = 20_000

/** Shows the cells of a table. The arrow keys move; Enter, or two clicks, corrects a cell. */
export function Cells({
  rows,
  columnCount,
  marked,
  corrected,
  active,
  shown,
  activate,
  correct,
}: CellsProps): ReactNode {
  const { desk } = useDeskWords()
  const [edited, setEdited] = useState<string | null>(null)
  const table = useRef<HTMLTableElement>(null)
  const wasMoved = useRef(false)
  const lastShown = useRef(shown)
  const height = Math.max(20, Math.floor(mostDrawn / Math.max(1, columnCount)))
  const from = rows.length <= height ? 0 : Math.floor(active.row / height) * height
  const drawn = rows.slice(from, from + height)

  useLayoutEffect(() => {
    if (!wasMoved.current && edited === null && shown === lastShown.current) return
    wasMoved.current = false
    lastShown.current = shown
    const cell = table.current?.querySelector<HTMLElement>('[data-active]')
    ;(cell?.querySelector<HTMLElement>('input') ?? cell)?.focus()
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [active, edited, shown])

  const move = (cell: Cell): void => {
    wasMoved.current = true
    activate({
      row: Math.max(0, Math.min(rows.length - 1, cell.row)),
      column: Math.max(0, Math.min(columnCount - 1, cell.column)),
    })
  }
  const begin = (): void => {
    if (correct !== null) setEdited(rows[active.row]?.[active.column] ?? '')
  }
  const end = (isKept: boolean): void => {
    if (edited === null) return
    setEdited(null)
    if (isKept && edited !== (rows[active.row]?.[active.column] ?? '')) correct?.(active, edited)
  }
  const press = (event: KeyboardEvent): void => {
    const { row, column } = active
    if (edited !== null) {
      if (event.key !== 'Enter' && event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      wasMoved.current = true
      end(event.key === 'Enter')
      return
    }
    const to = {
      ArrowDown: { row: row + 1, column },
      ArrowUp: { row: row - 1, column },
      ArrowRight: { row, column: column + 1 },
      ArrowLeft: { row, column: column - 1 },
      PageDown: { row: row + 20, column },
      PageUp: { row: row - 20, column },
      Home: { row, column: 0 },
      End: { row, column: columnCount - 1 },
    }[event.key]
    if (to !== undefined) move(to)
    else if (event.key === 'Enter' || event.key === 'F2') begin()
    else return
    event.preventDefault()
  }
  const parts = Array.from({ length: Math.ceil(rows.length / height) }, (_, at) => at * height)
  return (
    <>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells take the focus
        role="grid"
        className="cells"
        aria-label={desk.cells}
        aria-rowcount={rows.length}
        aria-colcount={columnCount}
        onKeyDown={press}
        onClick={({ target }) => {
          const cell = cellAt(target)
          if (cell !== null && keyOf(cell) !== keyOf(active)) move(cell)
        }}
        onDoubleClick={begin}
      >
        <tbody>
          {drawn.map((cells, index) => {
            const row = from + index
            const isActive = row === active.row
            return (
              <CellRow
                key={row}
                row={row}
                cells={cells}
                columnCount={columnCount}
                marked={marked}
                corrected={corrected}
                active={isActive ? active.column : null}
                field={
                  isActive && edited !== null ? (
                    <CellField {...active} value={edited} change={setEdited} end={() => end(true)} />
                  ) : null
                }
              />
            )
          })}
        </tbody>
      </table>
      {parts.length > 1 && (
        <p className="buttons">
          {parts.map((start) => (
            <button
              key={start}
              type="button"
              className="plain"
              aria-pressed={start === from}
              onClick={() => move({ row: start, column: active.column })}
            >
              {desk.rowsFrom(String(start + 1), String(Math.min(rows.length, start + height)))}
            </button>
          ))}
        </p>
      )}
    </>
  )
}

function cellAt(target: EventTarget): Cell | null {
  const cell = target instanceof Element ? target.closest('td') : null
  const row = cell?.parentElement
  if (cell === null || row == null) return null
  return { row: Number(row.getAttribute('aria-rowindex')) - 1, column: Number(cell.getAttribute('aria-colindex')) - 1 }
}
