import { type FormEvent, type ReactNode, useState } from 'react'
import { CheckClaimsDocument, type CheckClaimsQuery, type Verdict } from '../../../generated/gql/desk/graphql.js'
import { endOf, officeOffset } from '../../data/day.js'
import { printState } from '../../data/state.js'
import type { Lists } from '../../data/view.js'
import { send } from '../data/send.js'
import { isReadable } from '../data/source.js'
import { useRequest } from '../data/use-request.js'
import { useDeskWords } from '../i18n/words.js'
import { DeskFault } from './desk-fault.js'
import { Legend } from './legend.js'
import { MarkedText } from './marked-text.js'
import { PastedText } from './pasted-text.js'
import { Sign } from './sign.js'

const verdicts = [
  'AGREES',
  'WITHIN_ROUNDING',
  'REVISED_SINCE',
  'DISAGREES',
  'NOT_FOUND',
] as const satisfies readonly Verdict[]

type Claim = NonNullable<CheckClaimsQuery['checkClaims']>[number]

interface Checked {
  readonly text: string
  readonly claims: readonly Claim[]
}

/** Compares the numbers of a paragraph with official figures, for readers: it needs no key, and nothing is stored. */
export function ClaimsDesk({ lists }: { lists: Lists | null }): ReactNode {
  const { desk } = useDeskWords()
  const [text, setText] = useState('')
  const [asOf, setAsOf] = useState('')
  const [checked, setChecked] = useState<Checked | null>(null)
  const { isBusy, fault, forget, run } = useRequest()
  const [active, setActive] = useState<string | null>(null)

  const check = (): Promise<void> =>
    run(async () => {
      const offset = officeOffset(lists?.releases.nodes ?? [])
      const { checkClaims } = await send(CheckClaimsDocument, {
        text,
        ...(asOf !== '' && { asOf: endOf(asOf, offset) }),
      })
      setChecked({ text, claims: checkClaims })
      setActive(null)
    })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (isReadable(text) && !isBusy) void check()
  }
  if (checked === null)
    return (
      <>
        {fault !== null && <DeskFault fault={fault} close={forget} />}
        <form className="source-form side" onSubmit={submit}>
          <PastedText
            label={desk.claims.text}
            help={desk.claims.help}
            rows={10}
            lang={undefined}
            text={text}
            isBusy={isBusy}
            change={setText}
          />
          <div className="fields">
            <label>
              <span>{desk.claims.asOf}</span>
              <input type="date" value={asOf} onChange={({ target }) => setAsOf(target.value)} />
            </label>
          </div>
          <p className="buttons">
            <button type="submit" className="primary" disabled={!isReadable(text) || isBusy}>
              {isBusy ? desk.reading : desk.claims.check}
            </button>
          </p>
        </form>
      </>
    )

  const keyOf = (at: number): string => `claim-${at}`
  const activate = (key: string): void => {
    setActive(key)
    document.getElementById(key)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <>
      <p className="quiet said" role="status">
        {checked.claims.length === 0 ? desk.noFigures : desk.claims.found(checked.claims.length)}
      </p>
      <div className="sides">
        <section className="side original" aria-labelledby="claimed">
          <header>
            <h2 id="claimed" className="unseen">
              {desk.original}
            </h2>
            <Legend
              kinds={verdicts}
              words={desk.claims.verdicts}
              countOf={(each) => checked.claims.filter(({ verdict }) => verdict === each).length}
            />
          </header>
          <MarkedText
            text={checked.text}
            lang={/\p{Script=Han}/u.test(checked.text) ? 'zh-Hans' : 'en'}
            marks={checked.claims.map(({ span, verdict }, at) => ({
              ...{ span, key: keyOf(at), kind: verdict, isStruck: false },
            }))}
            active={active}
            activate={activate}
          />
          <footer>
            <button type="button" className="plain" onClick={() => setChecked(null)}>
              {desk.another}
            </button>
          </footer>
        </section>
        <section className="side proposals" aria-labelledby="verdicts">
          <header>
            <h2 id="verdicts">{desk.claims.title}</h2>
          </header>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by key */}
          <ol className="figures" tabIndex={0} aria-labelledby="verdicts">
            {checked.claims.map((claim, at) => (
              <li
                key={keyOf(at)}
                id={keyOf(at)}
                data-class={claim.verdict}
                data-active={keyOf(at) === active || undefined}
              >
                <ClaimRow claim={claim} number={checked.text.slice(claim.span.start, claim.span.end)} />
              </li>
            ))}
          </ol>
        </section>
      </div>
    </>
  )
}

function ClaimRow({ claim: { verdict, reason, official }, number }: { claim: Claim; number: string }): ReactNode {
  const { words, desk, language } = useDeskWords()
  const { name, help } = desk.claims.verdicts[verdict]
  const printed = official === null ? null : words.text(official)
  return (
    <div className="row claim">
      <Sign of={verdict} name={name} help={help} />
      <p className="what">
        <b>{number}</b> <span className="period">{name}</span>
        <span className="why">{reason === null ? help : words.text(reason)}</span>
        {official !== null && (
          <span className="why">
            <a href={`/${printState({ language, figure: official.id })}`}>{printed ?? desk.claims.figure}</a>{' '}
            <span lang="en">{official.citation}</span>
          </span>
        )}
      </p>
    </div>
  )
}
