import { type ReactNode, useEffect, useState } from 'react'
import { useWords } from '../i18n/words.js'

/** A button that copies a text, or what is made when it is pressed, and says so. */
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

/** The clipboard is there on https and on this machine only; else the old way. */
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
