const languages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl']
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

let known: ReadonlySet<string> | null = null

/** Returns the names of countries. They are made at the first use, since hardly any command needs them. */
function countries(): ReadonlySet<string> {
  const codes = letters.flatMap((first) => letters.map((second) => `${first}${second}`))
  known ??= new Set(
    languages.flatMap((language) => {
      const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
      return codes.flatMap((code) => names.of(code)?.toLowerCase() ?? [])
    }),
  )
  return known
}

const union = /^(?:(?:non|extra|intra)[- ]?)?(?:eu|ue)(?:[- ]?\d\d)?$/i

/** Tells the name of a country, or of the European Union or what lies outside it. */
export const isPartner = (label: string): boolean => union.test(label) || countries().has(label.toLowerCase())
