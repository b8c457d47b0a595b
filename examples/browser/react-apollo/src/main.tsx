import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client'
import { ApolloProvider } from '@apollo/client/react'
import { createRoot } from 'react-dom/client'
import { possibleTypes, typePolicies } from 'trade-indicators-documents/apollo'
import { Chart } from './Chart'
import { Figures } from './Figures'

// The package of documents states the types of fragments, and which lists consist of pages.
const client = new ApolloClient({
  link: new HttpLink({ uri: 'http://127.0.0.1:4000/graphql' }),
  cache: new InMemoryCache({ possibleTypes, typePolicies }),
})

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <ApolloProvider client={client}>
      <h1>China's exports, CNY billion</h1>
      <Chart />
      <h2>China and its provinces, January to May 2024</h2>
      <Figures />
    </ApolloProvider>,
  )
