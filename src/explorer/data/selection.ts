import { type ChartModel, isSelected } from '../charts/model.js'
import type { State } from './state.js'

/** Stands for all categories of the level in a state. */
export const everything = '*'

type Choice = Pick<State, 'categories' | 'top'>

/** Returns the codes of the selected categories in the order of their colours: those of the state, or those it leads to. */
export function selectedOf({ categories }: Choice, model: ChartModel | null): readonly string[] {
  if (categories !== null && categories[0] !== everything) return categories
  const selected = (model?.series ?? []).filter(isSelected)
  return [...new Set(selected.flatMap(({ category }) => category ?? []))]
}

/** Adds a category at the end, so that the others keep their colours, or removes it. */
export const toggled = (selected: readonly string[], code: string): Choice => ({
  categories: selected.includes(code) ? selected.filter((each) => each !== code) : [...selected, code],
  top: null,
})

export const presets = {
  top: (count: number): Choice => ({ categories: null, top: count }),
  all: { categories: [everything], top: null },
  none: { categories: [], top: null },
} as const

export const isPreset = ({ categories, top }: Choice, preset: Choice): boolean =>
  top === preset.top && categories?.join() === preset.categories?.join()

export const mostColours = 6
