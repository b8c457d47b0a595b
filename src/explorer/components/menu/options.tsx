import type { ReactNode } from 'react'
import { Glyph } from '../glyph.js'
import { groupsOf, type Option } from './option.js'

interface OptionsProps {
  readonly id: string
  readonly options: readonly Option[]
  readonly active: string | null
  readonly chosen: string | undefined
  readonly take: (option: Option) => void
  readonly point: (key: string) => void
}

export function Options({ options, ...rest }: OptionsProps): ReactNode {
  return groupsOf(options).map(({ name, options: members }) =>
    name === '' ? (
      members.map((option) => <Entry key={option.key} option={option} {...rest} />)
    ) : (
      // biome-ignore lint/a11y/useSemanticElements: the group of a list of choices
      <div key={name} role="group" aria-label={name}>
        <p className="group" role="presentation" aria-hidden="true">
          {name}
        </p>
        {members.map((option) => (
          <Entry key={option.key} option={option} {...rest} />
        ))}
      </div>
    ),
  )
}

function Entry({
  option,
  id,
  active,
  chosen,
  take,
  point,
}: Omit<OptionsProps, 'options'> & { option: Option }): ReactNode {
  const { key, text, help, detail, why = null, href } = option
  const isList = chosen !== undefined
  const isChosen = key === chosen
  const props = {
    id: `${id}${key}`,
    tabIndex: -1,
    className: 'entry',
    'data-active': key === active || undefined,
    'aria-disabled': why !== null || undefined,
    onPointerMove: () => why === null && point(key),
    onClick: () => take(option),
  }
  const Element = href !== undefined && why === null ? 'a' : 'div'
  return (
    <Element
      role={isList ? 'option' : 'menuitem'}
      aria-selected={isList ? isChosen : undefined}
      {...(Element === 'a' ? { href, download: option.isFile } : {})}
      {...props}
    >
      {isList && <span className="tick">{isChosen && <Glyph name="check" />}</span>}
      <span className="what">
        <span className="text">{text}</span>
        {(why ?? help) !== undefined && <span className="help">{why ?? help}</span>}
      </span>
      {detail !== undefined && <span className="detail">{detail}</span>}
    </Element>
  )
}
