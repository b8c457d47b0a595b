/** The abbreviations of a scale and a currency in one, behind a number: "3,655 MD". */
export const scaledCurrencies: readonly (readonly [string, string, number])[] = [
  ['MDT?|MTND|MTD', 'DINARS', 6],
  ['MDH?s|MDH', 'DIRHAMS', 6],
  ['MMDH', 'DIRHAMS', 9],
  ['MEUR|M€', 'EUR', 6],
  ['TEUR|KEUR|kEUR', 'EUR', 3],
  ['MUSD|MUS\\$|USD [Mm]illion', 'USD', 6],
  ['USD [Bb]illion', 'USD', 9],
  ['EUR [Mm]illion', 'EUR', 6],
  ['EUR [Bb]illion', 'EUR', 9],
]

export const countedGoods =
  '(?:N?EVs|(?:(?:new[- ]energy|electric|hybrid|passenger|motor|commercial|complete|used) )*(?:vehicles|cars|trucks|buses|motorcycles|tractors)|ships|vessels|aircraft)'

/** The nouns that a number counts, with their unit and its exponent. */
export const counters: readonly (readonly [string, string, number])[] = [
  [
    '(?:foreign trade |trading |trade |private |Chinese |import and export |export |such )*(?:enterprises|companies|firms|entities|businesses|exporters|traders|importers)',
    'ENTERPRISE',
    0,
  ],
  ['(?:metric )?(?:tonnes?|tons?)', 'KILOGRAM', 3],
  ['kilograms?|kg', 'KILOGRAM', 0],
  ['cubic meters?|cubic metres?', 'CUBIC_METRE', 0],
  ['barrels?|bushels?|carats?|ounces', 'OTHER_QUANTITY', 0],
  [`(?:${countedGoods}|units|pieces|sets|TEUs)`, 'ITEM', 0],
]
