/** Advice in the messages of several checks. */
export const advice = {
  decimalPoint: 'Check the position of the decimal point.',
  exchanged: 'Check whether the two columns are exchanged.',
} as const
