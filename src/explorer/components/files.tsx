import { type ReactNode, useId } from 'react'
import { useWords } from '../i18n/words.js'

const formats = { csv: 'CSV', xlsx: 'XLSX', 'json-stat': 'JSON-stat', 'sdmx-csv': 'SDMX-CSV', parquet: 'Parquet' }

export function Files({ label, query, variables }: { label: string; query: string; variables: unknown }): ReactNode {
  const { words, language } = useWords()
  const id = useId()
  return (
    <p className="files">
      <span id={id}>{words.labelled(label, '')}</span>
      {Object.entries(formats).map(([format, name]) => (
        <a
          key={format}
          aria-describedby={id}
          href={`/export?${new URLSearchParams({ format, query, language: language.toUpperCase(), variables: JSON.stringify(variables) })}`}
          download
        >
          {name}
        </a>
      ))}
    </p>
  )
}
