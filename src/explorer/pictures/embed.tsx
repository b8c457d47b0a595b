import sans from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url'
import serif from '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url'
import type { ReactNode } from 'react'
import { leastHeight } from '../charts/draw.js'
import type { ChartModel } from '../charts/model.js'
import { pagePalette } from '../charts/palette.js'
import { type Language, printState, type Theme } from '../data/state.js'
import type { Words } from '../i18n/en.js'
import type { Charted } from './about.js'
import { sketch, type Tools } from './drawing.js'
import style from './embed.css?inline'
import { Head, type Places } from './head.js'
import { linesOf } from './text.js'

export const embedStyle = style

interface Document {
  readonly words: Words
  readonly theme: Theme | null
  readonly head: ReactNode
  readonly children: ReactNode
}

/** Renders a document without scripts, so that it may be shown on any page. */
const Document = ({ words, theme, head, children }: Document): ReactNode => (
  <html lang={words.tag} data-theme={theme ?? 'system'}>
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content={theme ?? 'light dark'} />
      {head}
      <meta name="robots" content="noindex" />
      {[sans, serif].map((font) => (
        <link key={font} rel="preload" as="font" type="font/woff2" href={font} crossOrigin="anonymous" />
      ))}
      <style dangerouslySetInnerHTML={{ __html: style }} />
    </head>
    <body>{children}</body>
  </html>
)

/** The widths for which a chart is drawn, each for frames from `from` on; the style sheet shows one. */
const widths = [
  { width: 328, from: 0, margin: 16 },
  { width: 560, from: 500, margin: 20 },
  { width: 820, from: 700, margin: 20 },
] as const

const heightFor = ({ chart }: ChartModel, width: number): number =>
  chart === 'bar' ? 0 : Math.round(width < 400 ? width * 0.9 : width * 0.5)

export function frameHeight(
  { model, source, revised }: Charted,
  frame: number,
  { measure, measureTitle }: Tools,
): number {
  const { width, margin } = widths.findLast(({ from }) => frame >= from) ?? widths[0]
  const inner = frame - 2 * margin
  const chart = (Math.max(heightFor(model, width), leastHeight(model, { width, measure })) * inner) / width
  const title = linesOf(model.title, inner, 3, (line) => measureTitle(line, 20, 600)).length * 26
  const notes = revised !== null && inner < 500 ? 72 : 40
  const foot = measure(source, 13, 400) + 150 > inner ? 60 : 30
  return Math.ceil(16 + title + 8 + chart + notes + foot + 16)
}

interface EmbedProps {
  readonly chart: Charted
  readonly language: Language
  readonly places: Places
  readonly tools: Tools
}

export function Embed({ chart, language, places, tools }: EmbedProps): ReactNode {
  const { model, state, words, asOf, revised, source, release, file } = chart
  const away = { target: '_blank', rel: 'noopener' }
  const head = <Head chart={chart} words={words} language={language} places={places} />
  return (
    <Document words={words} theme={state.theme} head={head}>
      <main>
        <h1>{model.title}</h1>
        {widths.map(({ width }) => (
          <div
            key={width}
            className={`drawing for-${width}`}
            dangerouslySetInnerHTML={{
              __html: sketch(model, width, () => heightFor(model, width), pagePalette, tools).markup,
            }}
          />
        ))}
        <p className="notes">
          {asOf !== null && <span className="chip">{asOf}</span>}
          {revised !== null && (
            <span className="chip aged">
              <Diamond /> {revised} ·{' '}
              <a href={`/embed${printState({ ...state, asOf: null })}`}>{words.picture.showNewest}</a>
            </span>
          )}
          <span className="links">
            <a href={file} download>
              {words.picture.data}
            </a>{' '}
            <a href={places.page} {...away}>
              {words.picture.exploreChart} <span aria-hidden="true">↗</span>
            </a>
          </span>
        </p>
        <footer>
          <span>
            {release?.url == null ? (
              source
            ) : (
              <a href={release.url} {...away}>
                {source}
              </a>
            )}
          </span>
          <a className="site" href={places.page} {...away}>
            <Bars /> {words.site}
          </a>
        </footer>
      </main>
    </Document>
  )
}

export const EmbedFault = ({ words, theme, sentence }: { words: Words; theme: Theme | null; sentence: string }) => (
  <Document words={words} theme={theme} head={<title>{words.site}</title>}>
    <main>
      <p className="fault" role="alert">
        {sentence}
      </p>
      <footer>
        <span />
        <a className="site" href="/" target="_blank" rel="noopener">
          <Bars /> {words.site}
        </a>
      </footer>
    </main>
  </Document>
)

const Diamond = (): ReactNode => (
  <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
    <path d="M6 1l5 5-5 5-5-5z" fill="none" stroke="currentColor" strokeWidth="1.5" />
  </svg>
)

const Bars = (): ReactNode => (
  <svg viewBox="0 0 13 12" width="13" height="12" aria-hidden="true">
    <path d="M0 5h3.5v7H0zM4.7 3h3.5v9H4.7z" fill="var(--s1)" />
    <path d="M9.4 0h3.5v12H9.4z" fill="var(--s2)" />
  </svg>
)
