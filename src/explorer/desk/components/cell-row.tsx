import { memo, type ReactNode } from 'react'
import { keyOf } from '../data/table.js'
import { useDeskWords } from '../i18n/words.js'

interface CellRowProps {
  readonly row: number
  readonly cells: readonly string[]
  readonly columnCount: number
  readonly marked: ReadonlyMap<string, readonly string[]>
  readonly corrected: ReadonlySet<string>
  /** The column of the active cell; null in all rows but one. */
  readonly active: number | null
  readonly field: ReactNode
}

/** Shows a row of a table. Of a large table, only rows that change are rendered again. */
export const CellRow = memo(function CellRow(props: CellRowProps): ReactNode {
  const { row, cells, columnCount, marked, corrected, active, field } = props
  return (
    <tr aria-rowindex={row + 1}>
      <th scope="row">{row + 1}</th>
      {Array.from({ length: columnCount }, (_, column) => {
        const key = keyOf({ row, column })
        const isActive = column === active
        const messages = marked.get(key)
        return (
          <td
            key={key}
            aria-colindex={column + 1}
            tabIndex={isActive ? 0 : -1}
            data-active={isActive || undefined}
            data-marked={messages === undefined ? undefined : ''}
            data-corrected={corrected.has(key) || undefined}
            title={messages?.join('\n')}
            aria-invalid={messages === undefined ? undefined : true}
          >
            {isActive && field !== null ? field : (cells[column] ?? '')}
          </td>
        )
      })}
    </tr>
  )
})

interface CellFieldProps {
  readonly row: number
  readonly column: number
  readonly value: string
  readonly change: (value: string) => void
  readonly end: () => void
}

export function CellField({ row, column, value, change, end }: CellFieldProps): ReactNode {
  const { desk } = useDeskWords()
  return (
    <input
      aria-label={desk.cell(row + 1, column + 1)}
      value={value}
      maxLength={999}
      onChange={({ target }) => change(target.value)}
      onBlur={end}
    />
  )
}
