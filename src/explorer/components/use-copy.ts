import { useEffect, useState } from 'react'
import { useWords } from '../i18n/words.js'

const moment = 2500

export function useCopy(): { readonly said: string; readonly copy: (text: string | Promise<string>) => void } {
  const { words } = useWords()
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (said === '') return undefined
    const timer = setTimeout(() => setSaid(''), moment)
    return () => clearTimeout(timer)
  }, [said])
  const copy = (text: string | Promise<string>): void => {
    Promise.resolve(text)
      .then(write)
      .then(
        () => setSaid(words.copied),
        () => setSaid(words.notCopied),
      )
  }
  return { said, copy }
}

/** Uses the Clipboard API, or execCommand where the page is not in a secure context. */
async function write(text: string): Promise<void> {
  if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(text)
  const area = document.createElement('textarea')
  area.value = text
  area.style.position = 'fixed'
  document.body.append(area)
  area.select()
  document.execCommand('copy')
  area.remove()
}
