import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

export const markupOf = (node: ReactNode): string => renderToStaticMarkup(node)

export const documentOf = (node: ReactNode): string => `<!doctype html>${markupOf(node)}`
