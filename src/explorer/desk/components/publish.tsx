import { type FormEvent, type ReactNode, useState } from 'react'
import {
  type ImportReleaseInput,
  PublishDocument,
  type PublishMutation,
  type ReleaseStage,
} from '../../../generated/gql/desk/graphql.js'
import { FaultNotice } from '../../components/notice.js'
import { Panel } from '../../components/panels/panel.js'
import { Fault } from '../../data/asking/ask.js'
import { printState } from '../../data/state.js'
import { send } from '../data/send.js'
import { useDeskWords } from '../i18n/words.js'

/** What is published, without what the form asks for. */
export type Material = Pick<ImportReleaseInput, 'files' | 'format' | 'dataset' | 'map' | 'sheet' | 'period'>

interface PublishProps {
  readonly material: Material
  readonly publishedAt: string
  readonly count: number
  /** Names what a row of the file is of, for its findings. */
  readonly nameOfRow: (row: number) => string | null
  readonly close: () => void
  readonly checked?: (report: Report) => void
  readonly published: () => void
}

export type Report = NonNullable<PublishMutation['importRelease']>

const stages = ['FLASH', 'MONTHLY', 'REVISED', 'YEARBOOK'] as const satisfies readonly ReleaseStage[]

/** Asks for the release and the key, shows what an import would report, and publishes. */
export function Publish({
  material,
  publishedAt,
  count,
  nameOfRow,
  close,
  checked,
  published,
}: PublishProps): ReactNode {
  const { words, desk, language } = useDeskWords()
  const [release, setRelease] = useState({ code: '', title: '', publisher: '', url: '' })
  const [stage, setStage] = useState<ReleaseStage>('MONTHLY')
  const [key, setKey] = useState('')
  const [accepts, setAccepts] = useState(false)
  const [isSending, setSending] = useState(false)
  const [report, setReport] = useState<Report | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const isDone = report?.release != null
  const isWhole = [release.code, release.title, release.publisher, key].every((each) => each.trim() !== '')

  const attempt = async (dryRun: boolean): Promise<void> => {
    setSending(true)
    setFault(null)
    const { url, ...named } = release
    const input = {
      ...material,
      ...named,
      ...{ publishedAt, stage, dryRun, acceptFindings: accepts, url: url === '' ? null : url },
    }
    try {
      const { importRelease } = await send(PublishDocument, { input }, key.trim())
      setReport(importRelease)
      checked?.(importRelease)
      if (importRelease.release !== null) published()
    } catch (error) {
      setFault(error instanceof Fault ? error : new Fault('refused', String(error)))
    } finally {
      setSending(false)
    }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (isWhole && !isSending) void attempt(false)
  }
  const field = (name: keyof typeof release, label: string, help: string): ReactNode => (
    <label>
      <span>
        {label} <small className="quiet">{help}</small>
      </span>
      <input
        value={release[name]}
        required={name !== 'url'}
        type={name === 'url' ? 'url' : 'text'}
        autoComplete="off"
        onChange={({ target }) => setRelease((before) => ({ ...before, [name]: target.value }))}
      />
    </label>
  )
  return (
    <Panel
      name={desk.release}
      title={
        <h2 data-first tabIndex={-1}>
          {desk.release}
        </h2>
      }
      close={close}
    >
      <form className="publish" onSubmit={submit}>
        <p className="quiet">{desk.releaseHelp}</p>
        {!isDone && (
          <>
            {field('code', desk.code, desk.codeHelp)}
            {field('title', desk.releaseTitle, '')}
            {field('publisher', desk.publisher, '')}
            {field('url', desk.url, desk.optional)}
            <label>
              <span>{desk.stage}</span>
              <select value={stage} onChange={({ target }) => setStage(target.value as ReleaseStage)}>
                {stages.map((each) => (
                  <option key={each} value={each}>
                    {words.stages[each]}
                  </option>
                ))}
              </select>
            </label>
            <label>
              <span>
                {desk.key} <small className="quiet">{desk.keyHelp}</small>
              </span>
              <input
                type="password"
                value={key}
                required
                autoComplete="off"
                onChange={({ target }) => setKey(target.value)}
              />
            </label>
          </>
        )}
        {fault !== null && <FaultNotice fault={fault} again={() => setFault(null)} />}
        <div role="status">{report !== null && <ReportOf report={report} nameOfRow={nameOfRow} />}</div>
        {report !== null && !isDone && report.findings.some(({ severity }) => severity === 'ERROR') && (
          <label className="check-line">
            <input type="checkbox" checked={accepts} onChange={({ target }) => setAccepts(target.checked)} />{' '}
            {desk.inSpite}
          </label>
        )}
        {isDone ? (
          <p className="buttons">
            <a
              className="button"
              href={`/${printState({ language, panel: 'releases', release: report.release?.code ?? null })}`}
            >
              {desk.showRelease}
            </a>
          </p>
        ) : (
          <p className="buttons">
            <button
              type="button"
              className="button"
              disabled={!isWhole || isSending}
              onClick={() => void attempt(true)}
            >
              {desk.check}
            </button>
            <button type="submit" className="primary" disabled={!isWhole || isSending}>
              {isSending ? desk.sending : desk.publishNow(count)}
            </button>
          </p>
        )}
      </form>
    </Panel>
  )
}

function ReportOf({ report, nameOfRow }: { report: Report; nameOfRow: PublishProps['nameOfRow'] }): ReactNode {
  const { words, desk } = useDeskWords()
  const { accepted, release, added, revised, unchanged, findings, notices } = report
  return (
    <div className="report" data-accepted={accepted}>
      <p>
        <b>{release == null ? (accepted ? '' : desk.stopped) : desk.done(release.title)}</b>{' '}
        {release == null && accepted && desk.wouldBe(added, revised, unchanged)}{' '}
        {findings.length === 0 && desk.noFindings}
      </p>
      {notices.map((notice) => (
        <p key={notice} className="quiet" lang="en">
          {notice}
        </p>
      ))}
      {findings.length > 0 && (
        <ul className="findings" aria-label={desk.findings}>
          {findings.map((finding, at) => {
            const name = finding.row === null ? null : nameOfRow(finding.row)
            return (
              <li key={at} data-severity={finding.severity}>
                <span className="severity">{desk.severities[finding.severity]}</span>{' '}
                {name !== null && <b>{desk.findingOf(name)}</b>} {words.text(finding)}
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
