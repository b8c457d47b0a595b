import type { ReactNode } from 'react'
import type { Class, Draft } from '../data/draft.js'
import { piecesOf } from '../data/marks.js'
import type { Desk } from '../data/use-desk.js'
import { useDeskWords } from '../i18n/words.js'
import { ClassMark } from './row.js'

const classes = ['CONFIRMED', 'PLAIN', 'CONTRADICTED', 'NOT_PLACED'] as const satisfies readonly Class[]

interface TextSideProps {
  readonly text: string
  readonly language: 'EN' | 'ZH'
  readonly own: Desk
  readonly another: () => void
}

/** Shows the text with its numbers marked by what was found of them. */
export function TextSide({ text, language, own, another }: TextSideProps): ReactNode {
  const { desk } = useDeskWords()
  const { drafts, active } = own
  return (
    <section className="side original" aria-labelledby="original">
      <header>
        <h2 id="original" className="unseen">
          {desk.original}
        </h2>
        <ul className="legend" aria-label={desk.legend}>
          {classes.map((each) => {
            const count = drafts.filter((draft) => draft.class === each).length
            return (
              count > 0 && (
                <li key={each}>
                  <ClassMark of={each} /> {desk.count(count, desk.classes[each].name)}
                </li>
              )
            )
          })}
        </ul>
      </header>
      <div
        className="text"
        lang={language === 'ZH' ? 'zh-Hans' : 'en'}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by key
        tabIndex={0}
      >
        {piecesOf(text, drafts).map(({ start, text: piece, draft }) =>
          draft === null ? (
            <span key={start}>{piece}</span>
          ) : (
            <Mark key={start} draft={draft} isActive={draft.key === active} activate={() => own.activate(draft.key)}>
              {piece}
            </Mark>
          ),
        )}
      </div>
      <footer>
        <p className="keys quiet">
          <kbd>J</kbd> <kbd>K</kbd> {desk.keys.next} <kbd>A</kbd> {desk.keys.accept} <kbd>X</kbd> {desk.keys.reject}{' '}
          <kbd>E</kbd> {desk.keys.edit}
        </p>
        <button type="button" className="plain" onClick={another}>
          {desk.another}
        </button>
      </footer>
    </section>
  )
}

interface MarkProps {
  readonly draft: Draft
  readonly isActive: boolean
  readonly activate: () => void
  readonly children: string
}

/** Leads from a number to its figure. The list of figures is the way by key, so marks are no stops of Tab. */
function Mark({ draft, isActive, activate, children }: MarkProps): ReactNode {
  return (
    <a
      href={`#${draft.key}`}
      className="number"
      tabIndex={-1}
      data-class={draft.class}
      data-active={isActive || undefined}
      data-decision={draft.decision}
      onClick={(event) => {
        event.preventDefault()
        activate()
      }}
    >
      {children}
    </a>
  )
}
