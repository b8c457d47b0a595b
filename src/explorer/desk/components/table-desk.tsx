import { type DragEvent, type ReactNode, useMemo, useState } from 'react'
import { DraftMapDocument } from '../../../generated/gql/desk/graphql.js'
import { Fault } from '../../data/asking/ask.js'
import { grouped } from '../../data/number.js'
import { isPeriod } from '../../data/period.js'
import type { Lists } from '../../data/view.js'
import type { Words } from '../../i18n/en.js'
import { send } from '../data/send.js'
import { instantOf, isInstant, type PublishedAt, presently } from '../data/source.js'
import {
  type Cell,
  type CellTexts,
  cellOf,
  csvOfCells,
  delimiterOf,
  isWhole,
  keyOf,
  type MapDraft,
  mostBytesOfFile,
  parsedMap,
  type TableFile,
  tableFileOf,
  withCell,
} from '../data/table.js'
import { useLeaving } from '../data/use-leaving.js'
import { useRequest } from '../data/use-request.js'
import { useDeskWords } from '../i18n/words.js'
import { Cells } from './cells.js'
import { DeskFault } from './desk-fault.js'
import { FileButton } from './file-button.js'
import { PublicationFields } from './publication-fields.js'
import { blankForm, type Finding, Publish } from './publish.js'

interface Drafted {
  readonly file: TableFile
  readonly draft: MapDraft
  readonly rows: CellTexts
  readonly map: string
  readonly filled: Readonly<Record<string, string>>
  readonly corrected: ReadonlySet<string>
}

const first: Cell = { row: 0, column: 0 }

/** Turns a table into the figures of a release: shows its drafted map, its cells, and the findings about them. */
export function TableDesk({ lists }: { lists: Lists | null }): ReactNode {
  const { words, desk } = useDeskWords()
  const [published, setPublished] = useState<PublishedAt>(presently)
  const [drafted, setDrafted] = useState<Drafted | null>(null)
  const { isBusy, fault, forget, run } = useRequest()
  const [period, setPeriod] = useState('')
  const [sheet, setSheet] = useState('')
  const [isPublishing, setPublishing] = useState(false)
  const [form, setForm] = useState(blankForm)
  const [isSaved, setSaved] = useState(true)
  const [findings, setFindings] = useState<readonly Finding[]>([])
  const [active, setActive] = useState<Cell>(first)
  const [shown, setShown] = useState(0)
  useLeaving(!isSaved)
  const marked = useMemo(
    () => markedIn(findings, drafted, words),
    [findings, drafted?.draft, drafted?.corrected, words],
  )

  const hasWork = drafted !== null && (drafted.corrected.size > 0 || drafted.map !== drafted.draft.map)
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    if (hasWork && !window.confirm(desk.leaving)) return
    await run(async () => {
      if (file.size > mostBytesOfFile) throw new Fault('refused', desk.fileTooLarge(file.name))
      const read = await tableFileOf(file)
      const input = {
        ...read,
        encoding: 'BASE64' as const,
        period: periodOf(period),
        sheet: sheet === '' ? null : sheet,
      }
      const { draftMap: draft } = await send(DraftMapDocument, { input })
      setDrafted({ file: read, draft, rows: draft.rows, map: draft.map, filled: {}, corrected: new Set() })
      setFindings([])
      setActive(first)
      setShown((before) => before + 1)
      setSaved(false)
    })
  }
  const drop = (event: DragEvent): void => {
    const [file] = event.dataTransfer.files
    if (file === undefined) return
    event.preventDefault()
    void take(file)
  }
  const choose = (
    <FileButton
      text={isBusy ? desk.reading : desk.chooseTable}
      accept=".csv,.tsv,.txt,.xlsx,.html,.htm"
      take={(file) => void take(file)}
    />
  )
  const ofTable = (
    <>
      <label>
        <span>{desk.periodOfTable}</span>
        <input
          value={period}
          size={12}
          maxLength={20}
          title={desk.periodHelp}
          aria-invalid={period !== '' && !isPeriod(period)}
          onChange={({ target }) => setPeriod(target.value.trim())}
        />
      </label>
      <label>
        <span>{desk.sheet}</span>
        <input value={sheet} size={12} maxLength={200} onChange={({ target }) => setSheet(target.value)} />
      </label>
    </>
  )
  if (drafted === null)
    return (
      <>
        {fault !== null && <DeskFault fault={fault} close={forget} />}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the button within takes a file too */}
        <div className="source-form side" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
          <p className="drop">{desk.dropTable}</p>
          <PublicationFields value={published} lists={lists} change={setPublished}>
            {ofTable}
          </PublicationFields>
          <p className="buttons">{choose}</p>
        </div>
      </>
    )

  const { file, draft, rows, map, filled, corrected } = drafted
  const ready = filledMap(map, filled)
  const isMap = parsedMap(ready) !== null
  const material = {
    format: 'TABLE' as const,
    map: ready,
    sheet: sheet === '' || corrected.size > 0 ? null : sheet,
    period: periodOf(period),
    dataset: published.dataset,
    files: [
      corrected.size === 0
        ? { ...file, encoding: 'BASE64' as const }
        : { name: file.name, content: csvOfCells(rows, delimiterOf(ready)), encoding: 'TEXT' as const },
    ],
  }
  return (
    <>
      <p className="quiet said" role="status">
        {desk.nothingStored} {desk.tableRead(grouped(String(draft.rowCount)), grouped(String(draft.columnCount)))}
        {!isWhole(draft) && ` ${desk.tablePart}`}
      </p>
      {fault !== null && <DeskFault fault={fault} close={forget} />}
      <div className="sides">
        <section className="side" aria-labelledby="table-name">
          <header>
            <h2 id="table-name">{file.name}</h2>
            <p className="quiet">{desk.cellsHelp}</p>
          </header>
          <div className="cells-frame">
            <Cells
              rows={rows}
              columnCount={draft.columnCount}
              marked={marked}
              corrected={corrected}
              active={active}
              shown={shown}
              activate={setActive}
              correct={
                isWhole(draft)
                  ? (cell, text) => {
                      setSaved(false)
                      setDrafted({
                        ...drafted,
                        rows: withCell(rows, cell, text),
                        corrected: new Set([...corrected, keyOf(cell)]),
                      })
                    }
                  : null
              }
            />
          </div>
          {findings.length > 0 && (
            <footer>
              <p className="quiet">{desk.cellsMarked(marked.size)}</p>
            </footer>
          )}
        </section>
        <div className="side-of-figures">
          <section className="side map-side" aria-labelledby="map">
            <header>
              <h2 id="map">{desk.map}</h2>
            </header>
            <div className="map-page">
              {draft.placeholders.length > 0 && (
                <section className="notes alarm">
                  <h3>{desk.placeholders}</h3>
                  {draft.placeholders.map((placeholder) => (
                    <label key={placeholder} className="placeholder">
                      <span lang="en">{placeholder.replace(/^<fill in: |>$/g, '')}</span>
                      <input
                        value={filled[placeholder] ?? ''}
                        autoComplete="off"
                        maxLength={200}
                        onChange={({ target }) =>
                          setDrafted({ ...drafted, filled: { ...filled, [placeholder]: target.value.trim() } })
                        }
                      />
                    </label>
                  ))}
                </section>
              )}
              <PublicationFields value={published} lists={lists} change={setPublished}>
                {ofTable}
              </PublicationFields>
              <List title={desk.problems} items={draft.problems} isAlarm />
              <List title={desk.firstFigures} items={draft.figures} />
              <List title={desk.guesses} items={draft.guesses} />
              <label className="map-text">
                <b>{desk.mapText}</b>
                <textarea
                  rows={14}
                  spellCheck={false}
                  value={map}
                  aria-invalid={!isMap}
                  onChange={({ target }) => {
                    setSaved(false)
                    setDrafted({ ...drafted, map: target.value })
                  }}
                />
              </label>
              {!isMap && <p role="alert">{desk.mapWrong}</p>}
            </div>
          </section>
          <footer className="desk-foot">
            {choose}
            <button
              type="button"
              className="primary"
              disabled={!isMap || !isInstant(published)}
              onClick={() => setPublishing(true)}
            >
              {desk.publishTable}
            </button>
          </footer>
        </div>
      </div>
      {isPublishing && (
        <Publish
          form={form}
          fill={setForm}
          material={material}
          publishedAt={instantOf(published)}
          label={desk.publishWhole}
          nameOfRow={() => null}
          close={() => setPublishing(false)}
          checked={(report) => setFindings(report.findings)}
          show={(finding) => {
            const cell = cellOf(finding, draft)
            setPublishing(false)
            if (cell === null) return
            setActive(cell)
            setShown((before) => before + 1)
          }}
          published={() => setSaved(true)}
        />
      )}
    </>
  )
}

function markedIn(
  findings: readonly Finding[],
  drafted: Drafted | null,
  words: Words,
): ReadonlyMap<string, readonly string[]> {
  const marked = new Map<string, string[]>()
  if (drafted === null) return marked
  for (const finding of findings) {
    const cell = cellOf(finding, drafted.draft)
    if (cell === null || drafted.corrected.has(keyOf(cell))) continue
    marked.set(keyOf(cell), [...(marked.get(keyOf(cell)) ?? []), words.text(finding)])
  }
  return marked
}

const periodOf = (period: string): string | null => (isPeriod(period) ? period : null)

const filledMap = (map: string, filled: Drafted['filled']): string =>
  Object.entries(filled).reduce(
    (text, [placeholder, value]) =>
      value === '' ? text : text.replaceAll(JSON.stringify(placeholder), () => JSON.stringify(value)),
    map,
  )

interface ListProps {
  readonly title: string
  readonly items: readonly string[]
  readonly isAlarm?: boolean
}

function List({ title, items, isAlarm = false }: ListProps): ReactNode {
  if (items.length === 0) return null
  return (
    <section className={isAlarm ? 'notes alarm' : 'notes'}>
      <h3>{title}</h3>
      <ul lang="en">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  )
}
