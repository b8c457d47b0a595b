const languages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl']
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

let known: ReadonlySet<string> | null = null

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

export const isPartner = (label: string): boolean => union.test(label) || countries().has(label.toLowerCase())
