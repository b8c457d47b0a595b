import { type ReactNode, useEffect, useState } from 'react'
import { useWords } from '../words/words.js'

/** A button that copies a text, or what is made when it is pressed, and says so. */
export function Copy({ text, label }: { text: string | (() => Promise<string>); label: string }): ReactNode {
  const { words } = useWords()
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return undefined
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [isCopied])
  const copy = async (): Promise<void> => {
    await write(typeof text === 'string' ? text : await text())
    setCopied(true)
  }
  return (
    <>
      <button type="button" onClick={copy}>
        {label}
      </button>
      <span role="status" className="copied">
        {isCopied && words.copied}
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
