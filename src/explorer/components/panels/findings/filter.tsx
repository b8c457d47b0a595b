import type { ReactNode } from 'react'
import type { FindingKind } from '../../../../generated/gql/explorer/graphql.js'
import { type FindingsData, groupOf, sizesOf } from '../../../data/panels/findings.js'
import { useWords } from '../../../i18n/words.js'
import { Sizes } from './sizes.js'

interface FilterProps {
  readonly counts: FindingsData['all']['counts']
  readonly kind: FindingKind | null
  readonly size: string | null
  readonly choose: (change: { kind?: FindingKind | null; size?: string | null }) => void
  readonly children: ReactNode
}

const triages = ['CHECK', 'REVISION'] as const
const atLeast = ['1-', '10-'] as const

export function Filter({ counts, kind, size, choose, children }: FilterProps): ReactNode {
  const { words } = useWords()
  const texts = words.records.findings
  const revisions = groupOf(counts, 'REVISION').kinds
  const hasSizes = kind === null || revisions.some((each) => each.kind === kind)
  return (
    <fieldset className="finding-filter">
      <legend className="unseen">{texts.filter}</legend>
      {children}
      <ul className="kinds">
        <Choice name={texts.all} isChosen={kind === null} choose={() => choose({ kind: null })} />
        {triages.map((triage) => {
          const group = groupOf(counts, triage)
          return (
            <li key={triage} data-triage={triage}>
              <p className="triage">
                <span>{texts.triage[triage]}</span> <span className="count">{words.records.count(group.count)}</span>
              </p>
              <ul>
                {group.kinds.map((each) => (
                  <Choice
                    key={each.kind}
                    name={words.kinds[each.kind] ?? each.kind}
                    count={each.count}
                    isChosen={kind === each.kind}
                    choose={() => choose({ kind: kind === each.kind ? null : each.kind })}
                  />
                ))}
              </ul>
            </li>
          )
        })}
      </ul>
      {hasSizes && revisions.length > 0 && (
        <Sizes classes={sizesOf(counts, kind)} size={size} choose={(chosen) => choose({ size: chosen })}>
          <p className="presets">
            {atLeast.map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={size === each}
                onClick={() => choose({ size: size === each ? null : each })}
              >
                {texts.atLeast(each.slice(0, -1))}
              </button>
            ))}
            {size !== null && (
              <button type="button" className="plain" onClick={() => choose({ size: null })}>
                {texts.anySize}
              </button>
            )}
          </p>
        </Sizes>
      )}
    </fieldset>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly count?: number
  readonly isChosen: boolean
  readonly choose: () => void
}

function Choice({ name, count, isChosen, choose }: ChoiceProps): ReactNode {
  const { words } = useWords()
  return (
    <li>
      <button type="button" className="kind" aria-pressed={isChosen} onClick={choose}>
        <span>{name}</span>
        {count !== undefined && <span className="count">{words.records.count(count)}</span>}
      </button>
    </li>
  )
}
