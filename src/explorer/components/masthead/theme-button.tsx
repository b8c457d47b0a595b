import { type ReactNode, useContext } from 'react'
import { useOfBrowser } from '../../data/asking/rendering.js'
import { useWords } from '../../i18n/words.js'
import { Glyph } from '../glyph.js'
import { StateContext } from '../go-link.js'

export function ThemeButton(): ReactNode {
  const { words } = useWords()
  const [{ theme }, go] = useContext(StateContext)
  const isDark = useOfBrowser(isSystemDark, false, watch)
  const current = theme ?? (isDark ? 'dark' : 'light')
  const next = current === 'dark' ? 'light' : 'dark'
  return (
    <button
      type="button"
      className="icon-only theme"
      aria-label={words.page.toTheme[next]}
      onClick={() => go({ theme: next })}
    >
      <Glyph name={current === 'dark' ? 'moon' : 'sun'} size={18} />
    </button>
  )
}

const query = '(prefers-color-scheme: dark)'
const isSystemDark = (): boolean => window.matchMedia(query).matches

function watch(changed: () => void): () => void {
  const list = window.matchMedia(query)
  list.addEventListener('change', changed)
  return () => list.removeEventListener('change', changed)
}
