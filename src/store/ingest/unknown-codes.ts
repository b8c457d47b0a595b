import type { Finding } from '../../domain/observations/finding.js'
import { formatCount, type Refusal } from '../../errors.js'
import { fileFinding } from './item.js'

/** The unknown codes of a release: a finding for each, with the number of its rows. */
export class UnknownCodes {
  readonly #found = new Map<string, { readonly finding: Finding; rows: number; last: number | null }>()

  add({ message, extensions }: Refusal, file: string | null, row: number | null): void {
    const key = `${file ?? ''} ${message}`
    const found = this.#found.get(key)
    if (found === undefined) {
      const { didYouMean = [] } = extensions
      const text = didYouMean.length > 0 ? `${message} Did you mean ${didYouMean.join(', ')}?` : message
      const finding = fileFinding({ kind: 'UNKNOWN_CODE', severity: 'ERROR', message: text, file, row, key })
      this.#found.set(key, { finding, rows: 1, last: row })
    } else if (found.last !== row) Object.assign(found, { rows: found.rows + 1, last: row }) // once for each row
  }

  findings(): Finding[] {
    return [...this.#found.values()].map(({ finding, rows }) => {
      if (rows === 1) return finding
      const where = `The code occurs in ${formatCount(rows)} rows, first in row ${finding.row}.`
      return { ...finding, message: `${finding.message} ${where}` }
    })
  }
}
