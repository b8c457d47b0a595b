import { type ReactNode, useContext } from 'react'
import { Glyph } from '../glyph.js'
import { StateContext } from '../go-link.js'
import { Menu } from '../menu/menu.js'
import type { Choice } from './choices/choice.js'

interface ChooseProps {
  readonly choice: Choice
  readonly className?: string
  readonly foot?: ReactNode
  readonly children?: ReactNode
  readonly isNamed?: boolean
}

export function Choose({ choice, className = 'word', foot, children, isNamed = false }: ChooseProps): ReactNode {
  const [, go] = useContext(StateContext)
  return (
    <Menu
      label={choice.label}
      text={choice.text}
      options={choice.options}
      chosen={choice.chosen}
      choose={(key) => go(choice.change(key))}
      className={className}
      foot={foot}
      isNamed={isNamed}
    >
      {children ?? (
        <>
          <span>{choice.text}</span>
          <Glyph name="down" size={14} />
        </>
      )}
    </Menu>
  )
}
