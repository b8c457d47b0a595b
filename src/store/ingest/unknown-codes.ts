import type { Finding } from '../../domain/observations/finding.js'
import type { Refusal } from '../../errors.js'

/** Codes that the store does not know, each told once a file: where it is first, and in how many rows. */
export class UnknownCodes {
  readonly #found = new Map<string, { readonly finding: Finding; rows: number; last: number | null }>()

  /** Takes a refusal of a code that is in a row of a file. */
  take(refusal: Refusal, file: string | null, row: number | null): void {
    const finding = findingOf(refusal, file, row)
    const found = this.#found.get(finding.key)
    if (found === undefined) this.#found.set(finding.key, { finding, rows: 1, last: row })
    // A row of a table has many figures, and one name.
    else if (found.last !== row) Object.assign(found, { rows: found.rows + 1, last: row })
  }

  findings(): Finding[] {
    return [...this.#found.values()].map(({ finding, rows }) =>
      rows === 1
        ? finding
        : { ...finding, message: `${finding.message} It is in ${rows} rows, first in row ${finding.row}.` },
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
