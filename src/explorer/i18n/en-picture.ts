export const pictureInEnglish = {
  asKnownOn: (date: string): string => `as known on ${date}`,
  atVersion: (version: string): string => `version ${version} of the store`,
  revisedSince: (count: number, of: number): string =>
    count === 1 && of === 1 ? 'Revised since' : `${count} of ${of} figures revised since`,
  showNewest: 'show the newest',
  sourceOfChart: (publisher: string, date: string): string => `Source: ${publisher}, ${date}`,
  publisher: (name: string): string => name.replace("the People's Republic of China", 'China'),
  repeatedParameter: (name: string): string => `The parameter ${name} is given twice.`,
  unknownParameter: (name: string): string => `There is no parameter “${name}”.`,
  oddParameter: (name: string, value: string, allowed: string): string =>
    `The parameter ${name} cannot be “${value}”. It must be ${allowed}.`,
  numberBetween: (least: number, most: number): string => `a whole number from ${least} to ${most}`,
  dayOf: 'a day such as 2024-12-31',
  aCode: 'a code',
  oneOf: (choices: readonly string[]): string => `one of ${choices.join(', ')}`,
  unknownCategories: (codes: readonly string[], dimension: string): string =>
    `No figures of ${dimension} ${codes.map((code) => `“${code}”`).join(', ')} match this address.`,
  tooManyPixels: (most: string): string =>
    `The picture would have too many pixels. Width × height × scale² must not exceed ${most}.`,
  tooLong: (most: string): string => `The address is too long. It must not exceed ${most} characters.`,
  data: 'Data',
  exploreChart: 'Explore',
}

export type PictureWords = typeof pictureInEnglish
