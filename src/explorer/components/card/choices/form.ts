import { type Form, formNames } from '../../../data/state.js'
import type { Asked, Choice } from './choice.js'

export function formChoice(asked: Asked): Choice {
  const { state, words } = asked
  const { page } = words
  return {
    label: page.shownAs,
    text: textOf(state.form, asked),
    options: formNames.map((form) => {
      const why = reasonAgainst(form, asked)
      return { key: form, text: textOf(form, asked), ...(why === null ? {} : { why }) }
    }),
    chosen: state.form,
    change: (key) => ({
      form: formNames.find((form) => form === key) ?? 'level',
      base: key === 'index' ? state.base : null,
    }),
  }
}

function textOf(form: Form, { state, view, words }: Asked): string {
  if (form !== 'index') return words.forms[form]
  const base = (state.form === 'index' ? view.table?.variables.base : null) ?? view.table?.range[0] ?? null
  return base === null ? words.forms.index : words.page.indexOf(base)
}

function reasonAgainst(form: Form, { state, view, lists, words }: Asked): string | null {
  const { formsNot, noFigures } = words.page
  const why = formsNot[form] ?? noFigures
  const every = view.table?.every
  const isToDate = every === 'YEAR_TO_DATE'
  switch (form) {
    case 'share':
    case 'contribution':
      return state.by === 'TOTAL' ? why : null
    case 'balance':
      return lists.metrics.some(({ code }) => code === 'EXPORTS') &&
        /^(TRADE|EXPORTS|IMPORTS)$/.test(view.metrics[0] ?? '')
        ? null
        : why
    case 'single':
      return isToDate ? null : why
    case 'cumulative':
      return every === 'MONTHLY' || every === 'QUARTERLY' ? null : why
    case 'change':
      return isToDate ? why : null
    default:
      return null
  }
}
