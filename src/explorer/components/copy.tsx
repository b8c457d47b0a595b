import type { ReactNode } from 'react'
import { Glyph } from './glyph.js'
import { useCopy } from './use-copy.js'

interface CopyProps {
  readonly text: string
  readonly label: string
  readonly icon?: 'link'
}

export function Copy({ text, label, icon }: CopyProps): ReactNode {
  const { said, copy } = useCopy()
  return (
    <>
      {icon !== undefined && <CopyStatus said={said} />}
      <button
        type="button"
        className={icon === undefined ? 'button' : 'icon-button'}
        aria-label={icon && label}
        title={icon && label}
        onClick={() => copy(text)}
      >
        <Glyph name={icon ?? 'copy'} size={18} />
        {icon === undefined && label}
      </button>
      {icon === undefined && <CopyStatus said={said} />}
    </>
  )
}

const CopyStatus = ({ said }: { said: string }): ReactNode => (
  <span role="status" className="copied">
    {said}
  </span>
)
