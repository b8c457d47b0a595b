import type { ReactNode } from 'react'
import { Glyph, type GlyphName } from '../../glyph.js'
import { Menu } from '../../menu/menu.js'
import type { Option } from '../../menu/option.js'

interface TakeProps {
  readonly glyph: GlyphName
  readonly label: string
  readonly options: readonly Option[]
  readonly choose?: (key: string) => void
}

export const Take = ({ glyph, label, options, choose = () => undefined }: TakeProps): ReactNode => (
  <Menu label={label} text={label} options={options} choose={choose} className="button">
    <Glyph name={glyph} />
    <span>{label}</span>
    <Glyph name="down" size={14} />
  </Menu>
)
