import { type CSSProperties, type ReactNode, useMemo } from 'react'
import { levelText, places } from '../charts/chart-series.js'
import { type Cell, differs, type Grid, signOf } from '../data/grid.js'
import { grouped, rounded, signed } from '../data/number.js'
import { type Column, decimalsOf, type Kind, type LaidRow, layOf, rateOf } from '../data/table-layout.js'
import { useWords } from '../i18n/words.js'
import { GoLink } from './go-link.js'
import { Tip } from './tip.js'
import { useWholeColumns } from './use-whole-columns.js'
import { Why } from './why.js'

/** The figures in rows and columns: each number leads to what is known of it. */
export function Table(props: {
  grid: Grid
  turned: boolean
  withShares: boolean
  title: string
  unit: string
}): ReactNode {
  const { grid, turned, withShares, title, unit } = props
  const { words, language } = useWords()
  const lay = useMemo(
    () => layOf(grid, turned, withShares, words, language),
    [grid, turned, withShares, words, language],
  )
  const box = useWholeColumns<HTMLElement>(lay, !turned)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section ref={box} className="scrolls" aria-label={words.table} tabIndex={0}>
      <table className="figures">
        <caption className="unseen">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{unit}</th>
            {lay.columns.map((column) => (
              <th scope="col" key={column.label} className="number">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        {lay.rows.map((row) => (
          <Lines key={row.key} row={row} columns={lay.columns} />
        ))}
      </table>
    </section>
  )
}

function Lines({ row, columns }: { row: LaidRow; columns: readonly Column[] }): ReactNode {
  const { words } = useWords()
  return (
    <tbody>
      {row.kinds.map((kind) => (
        <tr key={kind} className={kind}>
          <th scope="row">
            {kind === 'level' ? (
              row.label
            ) : (
              <>
                <span className="unseen">{row.label}, </span>
                {words[kind]}
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
              <Content cell={cell} kind={kind} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}

/** Returns the reason why a cell has no computed number. */
function reasonOf(cell: Cell, kind: Kind): string | undefined {
  const { value, reason } = rateOf(cell, kind) ?? cell
  return (value === null && !kind.endsWith('Printed') && reason) || undefined
}

/** Room at the end, so that points stand below each other: nothing is written that was not printed. */
function roomFor({ value }: Cell, column: Column | undefined): CSSProperties | undefined {
  const most = column?.decimals ?? 0
  const own = decimalsOf(value ?? '')
  if (value === null || own === most) return undefined
  return { paddingRight: `calc(var(--mark) + ${most - own}ch + ${own === 0 ? 0.3 : 0}em)` }
}

function Content({ cell, kind }: { cell: Cell; kind: Kind }): ReactNode {
  const { words } = useWords()
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
      <Tip mark={signOf(rate)} label={`${text}: ${mark}`}>
        <Why rate={rate} figure={cell.figure} what={kind === 'growthComputed' ? 'growth' : 'share'} />
      </Tip>
    </>
  )
}

function Level({ cell }: { cell: Cell }): ReactNode {
  const { words } = useWords()
  if (cell.figure === null) return <span className="unseen">{words.noFigure}</span>
  const text = levelText(cell, words)
  return (
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
  )
}
