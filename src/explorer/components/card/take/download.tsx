import { type ReactNode, useContext } from 'react'
import type { IndicatorFilter } from '../../../../generated/gql/explorer/graphql.js'
import { isSelected } from '../../../charts/model.js'
import { exportOf, formatNames, formats, seriesVariables } from '../../../data/export.js'
import type { Shown } from '../../../data/use-page.js'
import { useWords } from '../../../i18n/words.js'
import { StateContext } from '../../go-link.js'
import type { Option } from '../../menu/option.js'
import { addressOf } from './address.js'
import { Take } from './take.js'

export function Download({ shown }: { shown: Shown }): ReactNode {
  const { words, language } = useWords()
  const { page } = words
  const [state] = useContext(StateContext)
  const variables = shown.view.table?.variables
  if (variables === undefined) return null
  const { filter } = variables
  const series = seriesVariables({ ...variables, filter: selectedOf(filter, shown) })
  const files = (query: string, given: unknown, group: string): Option[] =>
    formatNames.map((format) => ({
      ...{ key: `${query}-${format}`, text: formats[format], group, isFile: true },
      href: exportOf(format, query, language, given),
    }))
  const picture = (path: '/chart.png' | '/chart.svg', text: string): Option => ({
    ...{ key: path, text, group: page.picture, isFile: true, help: page.withSource },
    href: addressOf(path, state, language),
  })
  return (
    <Take
      glyph="download"
      label={page.download}
      options={[
        picture('/chart.png', 'PNG'),
        picture('/chart.svg', 'SVG'),
        ...files('series', series, page.whatIsShown),
        ...files('indicators', { filter }, page.allBehind),
      ]}
    />
  )
}

function selectedOf(filter: IndicatorFilter, { state, model }: Shown): IndicatorFilter {
  const all = model?.series ?? []
  const selected = all.filter(isSelected)
  const codes = [...new Set(selected.flatMap(({ category }) => category ?? []))]
  if (state.by === 'TOTAL' || codes.length === 0 || selected.length === all.length) return filter
  return { ...filter, categories: codes.map((code) => `${state.by}:${code}`) }
}
