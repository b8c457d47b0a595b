import { Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { RelayEnvironmentProvider } from 'react-relay'
import { Environment, type FetchFunction, Network, RecordSource, Store } from 'relay-runtime'
import { App } from './App'
import { Failure } from './Failure'

const ask: FetchFunction = async ({ text: query }, variables) => {
  const response = await fetch('http://127.0.0.1:4000/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query, variables }),
  })
  const answer = await response.json()
  // Relay itself takes a field that failed for one that is null.
  if (answer.errors) throw new Error(answer.errors.map(({ message }: Error) => message).join('\n'))
  return answer
}

const environment = new Environment({ network: Network.create(ask), store: new Store(new RecordSource()) })

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <RelayEnvironmentProvider environment={environment}>
      <Failure>
        <Suspense fallback={<p>Loading …</p>}>
          <App />
        </Suspense>
      </Failure>
    </RelayEnvironmentProvider>,
  )
