import type { ReactNode } from 'react'
import { type Class, classOf, marksOf } from '../data/draft.js'
import type { Desk } from '../data/use-desk.js'
import { useDeskWords } from '../i18n/words.js'
import { Legend } from './legend.js'
import { MarkedText } from './marked-text.js'

const classes = ['CONFIRMED', 'PLAIN', 'CONTRADICTED', 'NOT_PLACED'] as const satisfies readonly Class[]

interface TextSideProps {
  readonly text: string
  readonly language: 'EN' | 'ZH'
  readonly own: Desk
  readonly another: () => void
}

export function TextSide({ text, language, own, another }: TextSideProps): ReactNode {
  const { desk } = useDeskWords()
  const { drafts, active } = own
  return (
    <section className="side original" aria-labelledby="original">
      <header>
        <h2 id="original" className="unseen">
          {desk.original}
        </h2>
        <Legend
          kinds={classes}
          words={desk.classes}
          countOf={(each) => drafts.filter((draft) => classOf(draft) === each).length}
        />
      </header>
      <MarkedText
        text={text}
        lang={language === 'ZH' ? 'zh-Hans' : 'en'}
        marks={marksOf(drafts)}
        active={active}
        activate={own.activate}
      />
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
