import { memoizeByText } from '../../../lib/memo.js'
import { type Reporter, reporterKey } from '../../statement.js'
import { china } from './subject.js'
import { agency, cities, noPlace, ownTrade, province, provincesOnly } from './words.js'

/** Returns the reporter that a text names first: its source, or whose trade it speaks of. */
export function mainReporter(text: string): Reporter | null {
  const branch = /海关总署(\p{Script=Han}{2,3})分署/u.exec(text)
  const local = agency.exec(text)
  const town = local?.[1]?.replace(/^.*[从据向经获自者讯电及署]/u, '') ?? ''
  const isPlace = local !== null && town.length > 1 && !noPlace.test(town)
  const national =
    /海关总署(?!广东分署)|国新办|国务院新闻办|我国(?:外贸|货物|对外|进出口|出口|进口)|中国(?:外贸|货物|进出口)/u.exec(
      text,
    )
  const named = ownTrade.exec(text)
  // A heading about the city of an office that goes on with its province says nothing of the rest.
  const [heading = ''] = /^[^。；\n]*\n/u.exec(text) ?? []
  const isHeaded = isPlace && heading !== '' && named !== null && named.index < heading.length
  const said = isHeaded && named[0].startsWith(`${town}市`) ? placesOf(town).exec(text.slice(local.index)) : null
  const isOfProvince = said !== null && said[1] === undefined && said[2] === undefined
  const own = isOfProvince ? null : named
  const spoken = isPlace ? placeOfTrade(town, isOfProvince ? text.slice(local?.index) : text) : ''
  const found: readonly { readonly index: number; readonly reporter: Reporter }[] = [
    ...(isPlace
      ? [
          {
            index: local.index,
            reporter: { kind: 'REGION', words: spoken } as const,
          },
        ]
      : []),
    ...(branch ? [{ index: branch.index, reporter: { kind: 'REGION', words: branch[1] ?? '' } as const }] : []),
    ...(own
      ? [{ index: own.index, reporter: { kind: 'REGION', words: province.exec(own[0])?.[0] ?? own[0] } as const }]
      : []),
    ...(national ? [{ index: national.index, reporter: china }] : []),
  ]
  return found.toSorted((a, b) => a.index - b.index)[0]?.reporter ?? null
}

/**
 * Matches the region whose trade an office reports first, where its own name has another: 据杭州海关统计，杭州市进出口,
 * 宁波口岸进出口, 据青岛海关统计，山东省进出口.
 */
const placesOf = memoizeByText((town) => {
  const own = reporterKey({ kind: 'REGION', words: `${town}海关` })
  const trade = String.raw`\uE0FF*(?:累计|实现|外贸|货物贸易|对外贸易)*(?:外贸|贸易|进出口|出口|进口)`
  const other = cities.test(own) ? `|(${provincesOnly})(?:省|(?:壮族|回族|维吾尔)?自治区)?${trade}` : ''
  return new RegExp(
    `(${town}(?:市|口岸|(?:海关)?关区))${trade}${other}|全省|全区|我省|本省|${own}(?!市|口岸|关区|海关)`,
    'u',
  )
})

function placeOfTrade(town: string, text: string): string {
  const [, own, other] = placesOf(town).exec(text) ?? []
  return own?.replace('海关关区', '关区') ?? other ?? `${town}海关`
}

/** Returns whom a sentence speaks of; an office speaks of what the text is about. */
export function speakerOf(sentence: string, main: Reporter | null): Reporter | null {
  const found = mainReporter(sentence)
  if (found?.kind !== 'REGION' || main?.kind !== 'REGION' || !found.words.endsWith('海关')) return found ?? main
  return main.words.startsWith(found.words.slice(0, -2)) ? main : found
}
