import type { ReactNode } from 'react'
import type { ReleaseOverviewFragment } from '../../generated/gql/explorer/graphql.js'
import { useWords } from '../i18n/words.js'
import { GoLink } from './go-link.js'

export function Findings({
  findings: { nodes, totalCount },
}: {
  findings: ReleaseOverviewFragment['findings']
}): ReactNode {
  const { words } = useWords()
  if (totalCount === 0) return <p className="quiet">{words.findings(0)}</p>
  return (
    <details>
      <summary>{words.findings(totalCount)}</summary>
      <ul className="findings">
        {nodes.map(({ id, kind, severity, message, indicators }) => (
          <li key={id} data-severity={severity}>
            <strong>
              {words.severities[severity]}: {words.kinds[kind] ?? kind}
            </strong>{' '}
            <span lang="en">{message}</span>{' '}
            {indicators[0] !== undefined && <GoLink to={{ figure: indicators[0].id }}>{words.figureOf}</GoLink>}
          </li>
        ))}
      </ul>
      {nodes.length < totalCount && <p className="quiet">{words.findingsMore(nodes.length, totalCount)}</p>}
    </details>
  )
}
