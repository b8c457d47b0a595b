import { useLayoutEffect, useState } from 'react'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const name = 'trade-indicators.theme'

export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(read)
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme
    try {
      localStorage.setItem(name, theme)
    } catch {} // storage is disabled
  }, [theme])
  return [theme, setTheme]
}

function read(): Theme {
  try {
    const kept = localStorage.getItem(name)
    return themes.find((theme) => theme === kept) ?? 'system'
  } catch {
    return 'system'
  }
}
