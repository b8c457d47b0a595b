import { type DragEvent, type FormEvent, type ReactNode, useState } from 'react'
import { grouped } from '../../data/number.js'
import type { Lists } from '../../data/view.js'
import { isOffset, mostLetters, now, type Source, textOfHtml } from '../data/source.js'
import { useDeskWords } from '../i18n/words.js'

interface SourceFormProps {
  readonly source: Source | null
  readonly lists: Lists | null
  readonly isReading: boolean
  readonly read: (source: Source) => void
}

/** Takes a text, and what is to be known of it to read its periods. */
export function SourceForm({ source, lists, isReading, read }: SourceFormProps): ReactNode {
  const { words, desk } = useDeskWords()
  const [text, setText] = useState(source?.text ?? '')
  const [time, setTime] = useState(() => source?.publishedAt.slice(0, 16) ?? now().time)
  const [offset, setOffset] = useState(() => source?.publishedAt.slice(19) ?? now().offset)
  const [language, setLanguage] = useState<Source['language']>(source?.language ?? null)
  const [dataset, setDataset] = useState(source?.dataset ?? '')
  const [refused, setRefused] = useState<string | null>(null)
  const isTooLong = text.length > mostLetters
  const mayRead = text.trim() !== '' && !isTooLong && time !== '' && isOffset(offset) && !isReading
  const datasets = lists?.datasets ?? []

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (mayRead) read({ text, publishedAt: `${time}:00${offset}`, language, dataset: dataset === '' ? null : dataset })
  }
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    const isHtml = /\.html?$/i.test(file.name) || file.type === 'text/html'
    const isText = /\.(txt|md)$/i.test(file.name) || file.type === 'text/plain'
    setRefused(isHtml || isText ? null : file.name)
    if (!isHtml && !isText) return
    const content = await file.text()
    setText(isHtml ? textOfHtml(content) : content)
  }
  const drop = (event: DragEvent): void => {
    const [file] = event.dataTransfer.files
    if (file === undefined) return
    event.preventDefault()
    void take(file)
  }
  return (
    <form className="source-form side" onSubmit={submit} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <label className="paste">
        <b>{desk.paste}</b>
        <span className="quiet">{desk.pasteHelp}</span>
        <textarea
          value={text}
          rows={14}
          lang={language === 'ZH' ? 'zh-Hans' : undefined}
          aria-invalid={isTooLong}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      {isTooLong && (
        <p role="alert" className="notice">
          {desk.tooLong(grouped(String(text.length)))}
        </p>
      )}
      {refused !== null && (
        <p role="alert" className="notice">
          {desk.fileRefused(refused)}
        </p>
      )}
      <div className="fields">
        <label>
          <span>{desk.publishedAt}</span>
          <input
            type="datetime-local"
            required
            value={time}
            title={desk.publishedAtHelp}
            onChange={({ target }) => setTime(target.value.slice(0, 16))}
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
            onChange={({ target }) => setOffset(target.value.trim())}
          />
        </label>
        <label>
          <span>{desk.language}</span>
          <select
            value={language ?? ''}
            onChange={({ target }) => setLanguage(target.value === '' ? null : (target.value as 'EN' | 'ZH'))}
          >
            <option value="">{desk.recognised}</option>
            <option value="EN">{desk.languages.EN}</option>
            <option value="ZH">{desk.languages.ZH}</option>
          </select>
        </label>
        {datasets.length > 1 && (
          <label>
            <span>{desk.dataset}</span>
            <select value={dataset} onChange={({ target }) => setDataset(target.value)}>
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
      <p className="buttons">
        <button type="submit" className="primary" disabled={!mayRead}>
          {isReading ? desk.reading : desk.read}
        </button>
        <label className="button file">
          {desk.file}
          <input
            type="file"
            className="unseen"
            accept=".txt,.html,.htm,text/plain,text/html"
            onChange={({ target }) => {
              void take(target.files?.[0])
              target.value = ''
            }}
          />
        </label>
      </p>
    </form>
  )
}
