import type { ReactNode } from 'react'
import { isWithin, type SizeClass, sizeText } from '../../../data/panels/findings.js'
import { useWords } from '../../../i18n/words.js'

interface SizesProps {
  readonly classes: readonly SizeClass[]
  readonly size: string | null
  readonly choose: (size: string | null) => void
  readonly children: ReactNode
}

const height = 92

export function Sizes({ classes, size, choose, children }: SizesProps): ReactNode {
  const { words } = useWords()
  const texts = words.records.findings
  const total = classes.reduce((sum, { count }) => sum + count, 0)
  const most = Math.max(1, ...classes.map(({ count }) => count))
  if (total === 0) return null
  return (
    <section className="sizes" aria-label={texts.sizes(total)}>
      <h3>{texts.sizes(total)}</h3>
      <ol>
        {classes.map((each) => {
          const text = sizeText(each)
          const length = Math.max(each.count > 0 ? 2 : 0, Math.round((each.count / most) * height))
          return (
            <li key={text}>
              <button
                type="button"
                disabled={each.count === 0}
                aria-pressed={size === text}
                data-within={isWithin(each, size)}
                onClick={() => choose(size === text ? null : text)}
              >
                <span className="unseen">{texts.sizeName(each.low, each.high, each.count)}</span>
                <span className="count" aria-hidden="true">
                  {words.records.count(each.count)}
                </span>
                <svg viewBox={`0 0 32 ${height}`} height={height} preserveAspectRatio="none" aria-hidden="true">
                  <rect x="0" y={height - length} width="32" height={length} />
                </svg>
                <span className="tick" aria-hidden="true">
                  {each.low}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
      <p className="quiet">{texts.sizesHelp}</p>
      {children}
    </section>
  )
}
