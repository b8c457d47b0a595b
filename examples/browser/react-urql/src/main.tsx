import { cacheExchange } from '@urql/exchange-graphcache'
import { createRoot } from 'react-dom/client'
import { keys, resolvers, schema } from 'trade-indicators-documents/graphcache'
import { Client, fetchExchange, Provider } from 'urql'
import { Chart } from './Chart'
import { Figures } from './Figures'

// The package of documents states which objects have an id, and which lists consist of pages.
const client = new Client({
  url: 'http://127.0.0.1:4000/graphql',
  preferGetMethod: false,
  exchanges: [cacheExchange({ keys, resolvers, schema }), fetchExchange],
})

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <Provider value={client}>
      <h1>China's exports, CNY billion</h1>
      <Chart />
      <h2>China and its provinces, January to May 2024</h2>
      <Figures />
    </Provider>,
  )
