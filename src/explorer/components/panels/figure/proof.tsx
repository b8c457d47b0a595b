import { type ReactNode, useState } from 'react'
import { ProofDocument } from '../../../../generated/gql/explorer/graphql.js'
import { asFault, ask, type Fault } from '../../../data/asking/ask.js'
import { useWords } from '../../../i18n/words.js'
import { Copy } from '../../copy.js'
import { Glyph } from '../../glyph.js'
import { FaultNotice } from '../../notice.js'
import { useServed } from '../../use-served.js'
import type { Figure } from '../../why.js'

const keyFile = 'history.pub'

/** Offers the proof that the signed history has a figure, and how it is verified offline. */
export function Proof({ figure }: { figure: Figure }): ReactNode {
  const { words } = useWords()
  const isServed = useServed()
  const [fault, setFault] = useState<Fault | null>(null)
  if (!isServed('history')) return null
  const texts = words.records.drawer.proof
  const file = fileName(figure)
  const command = `npx indicators verify '${figure.id}' --proof '${file}' --key ${keyFile}`
  const download = (): void => {
    setFault(null)
    ask(ProofDocument, { id: figure.id }).then(
      ({ proof }) => save(file, proof?.file ?? ''),
      (reason: unknown) => setFault(asFault(reason)),
    )
  }
  return (
    <section className="proof" aria-label={texts.title}>
      <h3>{texts.title}</h3>
      <p>
        {texts.says(figure.release.code)} <a href="/docs/signed-history/">{texts.more}</a>
      </p>
      <p className="buttons">
        <button type="button" className="button" onClick={download}>
          <Glyph name="download" size={18} /> {texts.download}
        </button>
        <a className="button" href="/history/key" download={keyFile}>
          <Glyph name="download" size={18} /> {texts.key}
        </a>
      </p>
      {fault !== null && <FaultNotice fault={fault} again={download} />}
      <div className="citation">
        <p>
          {texts.command} <code>{command}</code>
        </p>
        <Copy text={command} label={texts.copy} />
      </div>
    </section>
  )
}

const fileName = ({ release, metric, categories, period }: Figure): string =>
  `${[release.code, metric.code, ...categories.flatMap(({ code }) => (code === 'ALL' ? [] : code)), period].join('-').replace(/[^\p{L}\p{N}_-]+/gu, '-')}.tlog-proof`

function save(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href))
}
