import { type ReactNode, useId } from 'react'
import { exportOf, type Format, formatNames, formats } from '../../data/export.js'
import { useWords } from '../../i18n/words.js'

interface FilesProps {
  readonly label: string
  readonly query: string
  readonly variables: unknown
  readonly formats?: readonly Format[]
}

export function Files({ label, query, variables, formats: those }: FilesProps): ReactNode {
  const { words, language } = useWords()
  const id = useId()
  return (
    <p className="files">
      <span id={id}>{words.labelled(label, '')}</span>
      {(those ?? formatNames).map((format) => (
        <a key={format} aria-describedby={id} href={exportOf(format, query, language, variables)} download>
          {formats[format]}
        </a>
      ))}
    </p>
  )
}
