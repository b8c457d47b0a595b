import './workers.js'
import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react'
import { GraphiQL } from 'graphiql'
import { useEffect, useRef } from 'react'
import { createRoot } from 'react-dom/client'
import { examples } from './examples.js'
import { fetcher } from './fetcher.js'
import { linkTo, onlyReads, readLink } from './link.js'
import '@graphiql/react/style.css'
import '@graphiql/plugin-doc-explorer/style.css'
import '@graphiql/plugin-history/style.css'
import 'graphiql/graphiql.css'
import './style.css'

const asked = readLink(new URL(location.href))
const isFirstVisit = localStorage.getItem('graphiql:tabState') === null
// GraphiQL shows the query of the first of the default tabs, but its variables only if it is given them.
const shown = asked ?? (isFirstVisit ? examples[0] : undefined)

/** Runs the query of a link once its editors are ready. */
function RunOnce() {
  const { run } = useGraphiQLActions()
  const { queryEditor, variableEditor, headerEditor, responseEditor } = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'headerEditor', 'responseEditor'),
  )
  const isReady = [queryEditor, variableEditor, headerEditor, responseEditor].every((editor) => editor !== undefined)
  useEffect(() => {
    if (isReady) run()
  }, [isReady, run])
  return null
}

/** Has the address lead to the tab that is shown as soon as it differs from what was opened, so that it can be copied. */
function KeepAddress() {
  const { tabs, activeTabIndex } = useGraphiQL(pick('tabs', 'activeTabIndex'))
  const link = linkTo(location.pathname, {
    query: tabs[activeTabIndex]?.query ?? '',
    variables: tabs[activeTabIndex]?.variables ?? '',
  })
  const opened = useRef(link)
  useEffect(() => {
    if (link === opened.current) return
    opened.current = ''
    history.replaceState(null, '', link)
  }, [link])
  return null
}

const root = document.querySelector('#root')
if (root !== null)
  createRoot(root).render(
    <GraphiQL
      fetcher={fetcher}
      defaultTabs={asked === null ? [...examples] : [asked, ...examples]}
      {...(shown && { initialQuery: shown.query, initialVariables: shown.variables })}
      shouldPersistHeaders
      schemaDescription
      inputValueDeprecation
      defaultEditorToolsVisibility={matchMedia('(min-width: 45rem)').matches}
    >
      <GraphiQL.Logo>trade-indicators</GraphiQL.Logo>
      <KeepAddress />
      {asked !== null && onlyReads(asked.query) && <RunOnce />}
    </GraphiQL>,
  )
