const format = new Intl.NumberFormat('en', { maximumFractionDigits: 20 })

/** An exact decimal string with its digits grouped. */
export const exact = (value: Intl.StringNumericLiteral | null | undefined): string =>
  value ? format.format(value) : 'no level printed'
