import type { ReactNode } from 'react'
import { grouped } from '../../data/number.js'
import { mostLetters } from '../data/source.js'
import { useDeskWords } from '../i18n/words.js'

interface PastedTextProps {
  readonly label: string
  readonly help: string
  readonly rows: number
  readonly lang: string | undefined
  readonly text: string
  readonly isBusy: boolean
  readonly change: (text: string) => void
}

export function PastedText({ label, help, rows, lang, text, isBusy, change }: PastedTextProps): ReactNode {
  const { desk } = useDeskWords()
  return (
    <>
      <label className="paste">
        <b>{label}</b>
        <span className="quiet">{help}</span>
        <textarea
          value={text}
          rows={rows}
          readOnly={isBusy}
          lang={lang}
          aria-invalid={text.length > mostLetters}
          onChange={({ target }) => change(target.value)}
        />
      </label>
      {text.length > mostLetters && (
        <p role="alert" className="notice">
          {desk.tooLong(grouped(String(text.length)))}
        </p>
      )}
    </>
  )
}
