import type { ReactNode } from 'react'
import { useWords } from '../../i18n/words.js'
import { GoLink } from '../go-link.js'
import { afresh } from '../notice.js'
import type { Asked } from './choices/choice.js'
import { type Excluding, excluding } from './excluding.js'

export function Empty({ asked }: { asked: Asked }): ReactNode {
  const { words } = useWords()
  const { undo, undoBy } = words.page
  const what = excluding(asked)
  const why = what === 'asOf' ? undo.asOf(asked.state.asOf ?? '') : undo[what]
  return (
    <div role="status" className="empty">
      <p>
        <strong>{why}</strong>
      </p>
      <p>
        <GoLink to={changes[what]} className="button">
          {undoBy[what]}
        </GoLink>
      </p>
    </div>
  )
}

const changes: Readonly<Record<Excluding, object>> = {
  asOf: { asOf: null },
  category: { categories: null, top: null },
  period: { from: null, to: null },
  unit: { unit: null },
  form: { form: 'level', base: null },
  level: { chart: 'rates' },
  any: afresh,
}
