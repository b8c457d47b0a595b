import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import {
  type ImportReleaseInput,
  PublishDocument,
  type PublishMutation,
  type ReleaseStage,
} from '../../../generated/gql/desk/graphql.js'
import { Panel } from '../../components/panels/panel.js'
import { Fault } from '../../data/asking/ask.js'
import { printState } from '../../data/state.js'
import { isKey, send } from '../data/send.js'
import { useRequest } from '../data/use-request.js'
import { useDeskWords } from '../i18n/words.js'
import { DeskFault } from './desk-fault.js'

type Material = Pick<ImportReleaseInput, 'files' | 'format' | 'dataset' | 'map' | 'sheet' | 'period'>

export interface PublishForm {
  readonly code: string
  readonly title: string
  readonly publisher: string
  readonly url: string
  readonly stage: ReleaseStage
  readonly key: string
}

export const blankForm: PublishForm = { code: '', title: '', publisher: '', url: '', stage: 'MONTHLY', key: '' }

interface PublishProps {
  readonly form: PublishForm
  readonly fill: (form: PublishForm) => void
  readonly material: Material
  readonly publishedAt: string
  readonly label: string
  readonly nameOfRow: (row: number) => string | null
  readonly close: () => void
  readonly checked?: (report: Report) => void
  readonly show?: (finding: Finding) => void
  readonly published: () => void
}

type Report = NonNullable<PublishMutation['importRelease']>
export type Finding = Report['findings'][number]

const stages = ['FLASH', 'MONTHLY', 'REVISED', 'YEARBOOK'] as const satisfies readonly ReleaseStage[]

/** Asks for the release and the key, shows what an import would report, and publishes. */
export function Publish({
  form,
  fill,
  material,
  publishedAt,
  label,
  nameOfRow,
  close,
  checked,
  show,
  published,
}: PublishProps): ReactNode {
  const { words, desk, language } = useDeskWords()
  const [accepts, setAccepts] = useState(false)
  const [report, setReport] = useState<Report | null>(null)
  const { isBusy, fault, forget, run } = useRequest()
  const [wasReal, setReal] = useState(false)
  const told = useRef<HTMLDivElement>(null)
  const isDone = report?.release != null
  const { key, stage, ...release } = form
  const isWhole = [release.code, release.title, release.publisher, key].every((each) => each.trim() !== '')

  const attempt = async (dryRun: boolean): Promise<void> => {
    setReal(!dryRun)
    const { url, ...named } = release
    const input = {
      ...material,
      ...named,
      ...{ publishedAt, stage, dryRun, acceptFindings: accepts, url: url === '' ? null : url },
    }
    await run(async () => {
      if (!isKey(key)) throw new Fault('refused', desk.keyWrong)
      const { importRelease } = await send(PublishDocument, { input }, key.trim())
      setReport(importRelease)
      checked?.(importRelease)
      if (importRelease.release !== null) published()
    })
    told.current?.focus() // the buttons cannot hold it while a request is under way
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (isWhole && !isBusy) void attempt(false)
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
        onChange={({ target }) => {
          setReport(null)
          fill({ ...form, [name]: target.value })
        }}
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
      close={isBusy ? () => undefined : close} // or nobody would be told what came of it
    >
      <form className="publish" onSubmit={submit}>
        <p className="quiet">{desk.releaseHelp}</p>
        <p>{desk.publishedOn(publishedAt.replace('T', ' '), material.dataset ?? null)}</p>
        {!isDone && (
          <>
            {field('code', desk.code, desk.codeHelp)}
            {field('title', desk.releaseTitle, '')}
            {field('publisher', desk.publisher, '')}
            {field('url', desk.url, desk.optional)}
            <label>
              <span>{desk.stage}</span>
              <select value={stage} onChange={({ target }) => fill({ ...form, stage: target.value as ReleaseStage })}>
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
                onChange={({ target }) => fill({ ...form, key: target.value })}
              />
            </label>
          </>
        )}
        {fault !== null && <DeskFault fault={fault} close={forget} mayBeDone={wasReal} />}
        <div ref={told} role="status" tabIndex={-1} className="told">
          {report !== null && <ReportOf report={report} nameOfRow={nameOfRow} show={show} />}
        </div>
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
            <button type="button" className="button" disabled={!isWhole || isBusy} onClick={() => void attempt(true)}>
              {desk.check}
            </button>
            <button type="submit" className="primary" disabled={!isWhole || isBusy}>
              {isBusy ? desk.sending : label}
            </button>
          </p>
        )}
      </form>
    </Panel>
  )
}

interface ReportOfProps {
  readonly report: Report
  readonly nameOfRow: PublishProps['nameOfRow']
  readonly show: PublishProps['show']
}

function ReportOf({ report, nameOfRow, show }: ReportOfProps): ReactNode {
  const { words, desk } = useDeskWords()
  const { accepted, release, added, revised, unchanged, findings, notices } = report
  return (
    <div className="report" data-accepted={accepted}>
      <p>
        <b>{release == null ? (accepted ? '' : desk.stopped) : desk.done(release.title)}</b>{' '}
        {release == null ? accepted && desk.wouldBe(added, revised, unchanged) : desk.was(added, revised, unchanged)}{' '}
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
                {name !== null && <b>{desk.findingOf(name)}</b>} {words.text(finding)}{' '}
                {show !== undefined && finding.row !== null && (
                  <button type="button" className="plain" onClick={() => show(finding)}>
                    {desk.showCell}
                  </button>
                )}
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
