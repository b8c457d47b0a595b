import { type ReactNode, useContext } from 'react'
import type { FrontData } from '../../../data/answered.js'
import { officeOffset } from '../../../data/day.js'
import { changesSince } from '../../../data/panels/changes.js'
import { useWords } from '../../../i18n/words.js'
import { StateContext } from '../../go-link.js'
import { ChangeList } from './change-list.js'

const mostDays = 6

export function Since({ since, releases }: { since: string; releases: FrontData['releases']['nodes'] }): ReactNode {
  const { words } = useWords()
  const [{ until, dataset }, go] = useContext(StateContext)
  const texts = words.records.releases
  const days = [...new Set(releases.map(({ publishedAt }) => publishedAt.slice(0, 10)))].slice(0, mostDays)
  const title = until === null ? texts.sinceDay(words.day(since)) : texts.between(words.day(since), words.day(until))
  return (
    <article className="release" aria-labelledby="since-title">
      <h3 id="since-title">{title}</h3>
      <form className="days" aria-label={texts.since} onSubmit={(event) => event.preventDefault()}>
        <Day label={texts.from} day={since} choose={(day) => day !== null && go({ since: day })} />
        <Day label={texts.to} day={until} choose={(day) => go({ until: day })} help={texts.toHelp} />
        <p className="presets">
          {days.map((day) => (
            <button
              key={day}
              type="button"
              aria-pressed={day === since}
              onClick={() => go({ since: day, until: null })}
            >
              {words.day(day)}
            </button>
          ))}
        </p>
      </form>
      <ChangeList between={changesSince({ since, until, dataset }, officeOffset(releases))} />
    </article>
  )
}

interface DayProps {
  readonly label: string
  readonly help?: string
  readonly day: string | null
  readonly choose: (day: string | null) => void
}

function Day({ label, help, day, choose }: DayProps): ReactNode {
  return (
    <label>
      <span className="name">
        {label} {help !== undefined && <span className="quiet">{help}</span>}
      </span>
      <input
        type="date"
        value={day ?? ''}
        onChange={({ target }) => /^([12]\d{3}-.*)?$/.test(target.value) && choose(target.value || null)}
      />
    </label>
  )
}
