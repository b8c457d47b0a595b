import type { ChoicesData } from '../../../data/answered.js'
import type { State } from '../../../data/state.js'
import type { Shown } from '../../../data/use-page.js'
import type { Lists, View } from '../../../data/view.js'
import type { Words } from '../../../i18n/en.js'
import type { Option } from '../../menu/option.js'

export interface Choice {
  readonly label: string
  readonly text: string
  readonly options: readonly Option[]
  readonly chosen: string
  readonly change: (key: string) => Partial<State>
}

/** Holds what the choices depend on; `shown` is the answer that is drawn, or null. */
export interface Asked {
  readonly state: State
  readonly view: View
  readonly lists: Lists
  readonly choices: ChoicesData | null
  readonly shown: Shown | null
  readonly words: Words
}
