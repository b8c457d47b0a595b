const pattern = /^([1-9]\d{3})\s?[-/–]\s?(?:\d\d)?(\d\d)$/

/** Returns the first year of a text like 2009-10 or 2009/2010, whose second number is the next year; null for any other text. */
export function splitYear(text: string): number | null {
  const [, first = '', second = ''] = pattern.exec(text) ?? []
  return first !== '' && (Number(first) + 1) % 100 === Number(second) ? Number(first) : null
}

/** Recognises three split years in order, like 2009-10, 2010-11, 2011-12, which look like months 13 months apart. */
export class SplitYears {
  readonly #run: number[] = []

  follows(text: string): boolean {
    const year = splitYear(text)
    const last = this.#run.at(-1)
    if (year === null) this.#run.length = 0
    else if (year !== last) {
      if (last !== undefined && Math.abs(year - last) !== 1) this.#run.length = 0
      this.#run.push(year)
    }
    return this.#run.length > 2
  }
}

export const splitYearFault = (text: string): string =>
  `"${text}" may be a split year, from one calendar year to the next, which is not supported: leave the table out, or write calendar years. If it is a month, add "frequency": "MONTHLY" to this column of the map.`
