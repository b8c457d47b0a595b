import type { Finding } from '../../domain/observations/finding.js'
import type { Refusal } from '../../errors.js'

/** Collects unknown codes: one finding for each code and file, with its first row and the number of rows. */
export class UnknownCodes {
  readonly #found = new Map<string, { readonly finding: Finding; rows: number; last: number | null }>()

  add(refusal: Refusal, file: string | null, row: number | null): void {
    const finding = findingOf(refusal, file, row)
    const found = this.#found.get(finding.key)
    if (found === undefined) this.#found.set(finding.key, { finding, rows: 1, last: row })
    // A row of a table has many observations and one label.
    else if (found.last !== row) Object.assign(found, { rows: found.rows + 1, last: row })
  }

  findings(): Finding[] {
    return [...this.#found.values()].map(({ finding, rows }) =>
      rows === 1
        ? finding
        : {
            ...finding,
            message: `${finding.message} The code occurs in ${rows.toLocaleString('en')} rows, first in row ${finding.row}.`,
          },
    )
  }
}

function findingOf({ message, extensions }: Refusal, file: string | null, row: number | null): Finding {
  const advice = extensions.didYouMean?.length ? ` Did you mean ${extensions.didYouMean.join(', ')}?` : ''
  return {
    kind: 'UNKNOWN_CODE',
    severity: 'ERROR',
    message: message.includes('Did you mean') ? message : `${message}${advice}`,
    expected: null,
    reported: null,
    unit: null,
    found: null,
    file,
    row,
    column: null,
    indicators: [],
    key: `${file ?? ''} ${message}`,
  }
}
