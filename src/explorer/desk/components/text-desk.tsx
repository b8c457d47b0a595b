import { type ReactNode, useMemo, useRef, useState } from 'react'
import { ProposeDocument } from '../../../generated/gql/desk/graphql.js'
import { Glyph } from '../../components/glyph.js'
import type { Lists } from '../../data/view.js'
import { csvOf } from '../data/csv.js'
import { acceptedOf, countsOf, draftsOf } from '../data/draft.js'
import { nameOf } from '../data/naming.js'
import { send } from '../data/send.js'
import { instantOf, type Source } from '../data/source.js'
import { useDesk } from '../data/use-desk.js'
import { useLeaving } from '../data/use-leaving.js'
import { useRequest } from '../data/use-request.js'
import { useDeskWords } from '../i18n/words.js'
import { Connection } from './connection.js'
import { DeskFault } from './desk-fault.js'
import { Proposals } from './proposals.js'
import { blankForm, Publish } from './publish.js'
import { SourceForm } from './source-form.js'
import { TextSide } from './text-side.js'

interface ReadText {
  readonly source: Source
  readonly language: 'EN' | 'ZH'
}

export function TextDesk({ lists }: { lists: Lists | null }): ReactNode {
  const { words, desk } = useDeskWords()
  const [isSaved, setSaved] = useState(true)
  const own = useDesk(() => setSaved(false))
  const place = useRef<HTMLDivElement>(null)
  const [source, setSource] = useState<Source | null>(null)
  const [read, setRead] = useState<ReadText | null>(null)
  const { isBusy, fault, forget, run } = useRequest()
  const [isPublishing, setPublishing] = useState(false)
  const [form, setForm] = useState(blankForm)
  useLeaving(!isSaved)
  const content = useMemo(
    () => (read === null ? '' : csvOf(acceptedOf(own.drafts), read.source.text, read.language)),
    [own.drafts, read],
  )

  const begin = (wanted: Source): Promise<void> => {
    setSource(wanted)
    return run(async () => {
      const { text, language, dataset } = wanted
      const input = { text, language, dataset, publishedAt: instantOf(wanted) }
      const { proposeFigures } = await send(ProposeDocument, { input })
      own.begin(draftsOf(proposeFigures, text))
      setRead({ source: wanted, language: proposeFigures.language })
      setSaved(false)
    })
  }
  if (read === null)
    return (
      <>
        {fault !== null && <DeskFault fault={fault} close={forget} />}
        <SourceForm source={source} lists={lists} isReading={isBusy} read={(wanted) => void begin(wanted)} />
      </>
    )

  const { text, dataset } = read.source
  const accepted = acceptedOf(own.drafts)
  const { accepted: count, open, left } = countsOf(own.drafts)
  const numbers = own.drafts.reduce((sum, { spans }) => sum + spans.length, 0)
  return (
    <>
      <p className="quiet said" role="status">
        {desk.nothingStored} {numbers === 0 ? desk.noFigures : desk.numbersRead(numbers)}{' '}
        {desk.publishedOn(instantOf(read.source).replace('T', ' '), dataset)}
      </p>
      <div ref={place} className="sides">
        <TextSide
          text={text}
          language={read.language}
          own={own}
          another={() => {
            if (isSaved || window.confirm(desk.leaving)) setRead(null)
          }}
        />
        <div className="side-of-figures">
          <Proposals desk={own} lists={lists} />
          <footer className="desk-foot">
            <p className="quiet" role="status">
              {desk.counts(count, open, left)}
            </p>
            <p className="buttons">
              {count > 0 && (
                <a
                  className="button"
                  download="figures.csv"
                  href={`data:text/csv;charset=utf-8,${encodeURIComponent(content)}`}
                >
                  <Glyph name="download" /> {desk.csv}
                </a>
              )}
              <button type="button" className="primary" disabled={count === 0} onClick={() => setPublishing(true)}>
                {desk.publish(count)}
              </button>
            </p>
          </footer>
        </div>
        <Connection within={place} own={own} />
      </div>
      {isPublishing && (
        <Publish
          form={form}
          fill={setForm}
          material={{ format: 'CSV', dataset, files: [{ name: 'figures.csv', content }] }}
          publishedAt={instantOf(read.source)}
          label={desk.publishNow(count)}
          nameOfRow={(row) => {
            const draft = accepted[row - 2]
            return draft === undefined ? null : nameOf(draft, lists, words)
          }}
          close={() => setPublishing(false)}
          published={() => setSaved(true)}
        />
      )}
    </>
  )
}
