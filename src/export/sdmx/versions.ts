import { excerpt } from '../../domain/input-bounds.js'
import { syntaxError } from './faults.js'

const part = /^(0|[1-9]\d{0,8})?([+~*])?$/

/**
 * Indicates whether a query for versions, such as `1.0.0`, `+`, `1.2+.0` or `~,2.0.0`, selects a stable version of three
 * parts that is the only one. Throws an error of syntax.
 */
export const selectsVersion = (query: string, version: string): boolean =>
  query
    .split(',')
    .map((each) => matches(each, version.split('.').map(Number)))
    .some((each) => each)

function matches(text: string, version: readonly number[]): boolean {
  if (/^[+~*]$/.test(text)) return true
  const [plain = '', ...extension] = text.split('-')
  const parts = plain.split('.').map((each) => part.exec(each))
  const wild = parts.findIndex((each) => each?.[2] !== undefined)
  const isWrong =
    parts.length > 3 ||
    parts.some((each) => each === null || each[0] === '') ||
    parts.filter((each) => each?.[2] !== undefined).length > 1 ||
    (wild >= 0 && parts[wild]?.[1] === undefined && parts.slice(wild + 1).some((each) => each?.[0] !== '0')) ||
    (extension.length > 0 && (wild >= 0 || parts.length < 3 || !/^[\w.-]+$/.test(extension.join('-'))))
  if (isWrong) throw syntaxError(`"${excerpt(text)}" is not a version. Write 1.0.0, + for the latest, or * for all.`)
  if (extension.length > 0 || parts.length !== version.length) return false
  const least = parts.map((each) => Number(each?.[1] ?? 0))
  const fixed = wild < 0 ? least.length : wild
  if (least.slice(0, fixed).some((each, at) => each !== version[at])) return false
  const next = least.findIndex((each, at) => at >= fixed && each !== version[at])
  return next < 0 || (version[next] as number) > (least[next] as number)
}
