import { type DragEvent, type FormEvent, type ReactNode, useState } from 'react'
import type { Lists } from '../../data/view.js'
import {
  decoded,
  isInstant,
  isReadable,
  mostBytes,
  type PublishedAt,
  presently,
  type Source,
  textOfHtml,
} from '../data/source.js'
import { useDeskWords } from '../i18n/words.js'
import { FileButton } from './file-button.js'
import { PastedText } from './pasted-text.js'
import { PublicationFields } from './publication-fields.js'

interface SourceFormProps {
  readonly source: Source | null
  readonly lists: Lists | null
  readonly isReading: boolean
  readonly read: (source: Source) => void
}

export function SourceForm({ source, lists, isReading, read }: SourceFormProps): ReactNode {
  const { desk } = useDeskWords()
  const [text, setText] = useState(source?.text ?? '')
  const [published, setPublished] = useState<PublishedAt>(source ?? presently)
  const [language, setLanguage] = useState<Source['language']>(source?.language ?? null)
  const [refused, setRefused] = useState<string | null>(null)
  const mayRead = isReadable(text) && isInstant(published) && !isReading

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (mayRead) read({ ...published, text, language })
  }
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    const isHtml = /\.html?$/i.test(file.name) || file.type === 'text/html'
    const isText = /\.(txt|md)$/i.test(file.name) || file.type === 'text/plain'
    const content = (isHtml || isText) && file.size <= mostBytes ? await decoded(file) : null
    setRefused(content === null ? file.name : null)
    if (content !== null) setText(isHtml ? textOfHtml(content) : content)
  }
  const drop = (event: DragEvent): void => {
    const [file] = event.dataTransfer.files
    if (file === undefined) return
    event.preventDefault()
    void take(file)
  }
  return (
    <form className="source-form side" onSubmit={submit} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <PastedText
        label={desk.paste}
        help={desk.pasteHelp}
        rows={14}
        lang={language === 'ZH' ? 'zh-Hans' : undefined}
        text={text}
        isBusy={isReading}
        change={setText}
      />
      {refused !== null && (
        <p role="alert" className="notice">
          {desk.fileRefused(refused)}
        </p>
      )}
      <PublicationFields value={published} lists={lists} change={setPublished}>
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
      </PublicationFields>
      <p className="buttons">
        <button type="submit" className="primary" disabled={!mayRead}>
          {isReading ? desk.reading : desk.read}
        </button>
        <FileButton text={desk.file} accept=".txt,.html,.htm,text/plain,text/html" take={(file) => void take(file)} />
      </p>
    </form>
  )
}
