import type { DatasetRow } from '../../domain/codes/codes.js'
import type { PlannedRelease } from '../../domain/codes/dataset.js'
import { boundedUrl, excerpt, isBlank, listBounds, textFault } from '../../domain/input-bounds.js'
import { atOffset, parseInstant } from '../../domain/periods/instant.js'
import { unescapeFormula } from '../../domain/text/spreadsheet.js'
import { attempt, formatCount } from '../../errors.js'
import { type Line, type nameColumns, type Report, removal, textOrNull } from './lines.js'

export const datasetColumns = ['description_zh', 'agency', 'reporter', 'licence', 'homepage', 'calendar'] as const

type DatasetLine = Line<(typeof nameColumns)[number] | (typeof datasetColumns)[number]>

export function datasetOf(code: string, line: DatasetLine, report: Report): DatasetRow {
  const { name_en, name_zh, description, description_zh, agency, reporter, licence, homepage, calendar } = line.cells
  if (homepage !== '' && homepage !== removal)
    attempt(
      () => boundedUrl('The address', homepage),
      (message) => report(line, 'homepage', message),
    )
  return {
    code,
    name: { en: textOrNull(name_en), zh: textOrNull(name_zh) },
    description: { en: textOrNull(description), zh: textOrNull(description_zh) },
    agency: textOrNull(agency),
    reporter: textOrNull(reporter),
    licence: textOrNull(licence),
    homepage: textOrNull(homepage),
    calendar: calendar === '' ? null : calendarOf(line, calendar, report),
  }
}

/** Reads planned releases: "2026-12-18T10:00+08:00 Foreign trade in November; …". */
function calendarOf(line: DatasetLine, cell: string, report: Report): PlannedRelease[] {
  if (cell === removal) return []
  const parts = unescapeFormula(cell)
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (parts.length > listBounds.plannedReleases) {
    const [count, most] = [formatCount(parts.length), formatCount(listBounds.plannedReleases)]
    report(line, 'calendar', `There are ${count} planned releases, and ${most} are allowed.`)
    return []
  }
  return parts.flatMap((part) => {
    const [at = '', ...words] = part.split(' ')
    const title = words.join(' ').trim()
    const fault = textFault(title, 'title')
    if (isBlank(title))
      report(line, 'calendar', `"${excerpt(part, 100)}" is not a time and a title with a space between.`)
    else if (fault !== null) report(line, 'calendar', `A title ${fault.message}`)
    const instant = attempt(
      () => parseInstant(at),
      (message) => report(line, 'calendar', message),
    )
    return instant === undefined ? [] : [{ title, at: atOffset(instant.at, instant.offset) }]
  })
}
