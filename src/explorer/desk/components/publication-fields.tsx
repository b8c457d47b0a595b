import type { ReactNode } from 'react'
import type { Lists } from '../../data/view.js'
import { isOffset, type PublishedAt } from '../data/source.js'
import { useDeskWords } from '../i18n/words.js'

interface PublicationFieldsProps {
  readonly value: PublishedAt
  readonly lists: Lists | null
  readonly change: (value: PublishedAt) => void
  readonly children?: ReactNode
}

export function PublicationFields({ value, lists, change, children }: PublicationFieldsProps): ReactNode {
  const { words, desk } = useDeskWords()
  const { time, offset, dataset } = value
  const datasets = lists?.datasets ?? []
  return (
    <div className="fields">
      <label>
        <span>{desk.publishedAt}</span>
        <input
          type="datetime-local"
          required
          value={time}
          title={desk.publishedAtHelp}
          onChange={({ target }) => change({ ...value, time: target.value.slice(0, 16) })}
        />
      </label>
      <label>
        <span>{desk.offset}</span>
        <input
          value={offset}
          size={7}
          maxLength={6}
          title={desk.offsetWrong}
          aria-invalid={!isOffset(offset)}
          onChange={({ target }) => change({ ...value, offset: target.value.trim() })}
        />
      </label>
      {children}
      {datasets.length > 1 && (
        <label>
          <span>{desk.dataset}</span>
          <select
            value={dataset ?? ''}
            onChange={({ target }) => change({ ...value, dataset: target.value === '' ? null : target.value })}
          >
            <option value="">{desk.usual}</option>
            {datasets.map((each) => (
              <option key={each.code} value={each.code}>
                {words.text(each)}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  )
}
