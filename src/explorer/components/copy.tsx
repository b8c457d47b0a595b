import { type ReactNode, useEffect, useState } from 'react'
import { useWords } from '../i18n/words.js'

export function Copy({ text, label }: { text: string | (() => Promise<string>); label: string }): ReactNode {
  const { words } = useWords()
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (said === '') return undefined
    const timer = setTimeout(() => setSaid(''), 2000)
    return () => clearTimeout(timer)
  }, [said])
  const copy = async (): Promise<void> => {
    try {
      await write(typeof text === 'string' ? text : await text())
      setSaid(words.copied)
    } catch {
      setSaid(words.notCopied)
    }
  }
  return (
    <>
      <button type="button" onClick={copy}>
        {label}
      </button>
      <span role="status" className="copied">
        {said}
      </span>
    </>
  )
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
