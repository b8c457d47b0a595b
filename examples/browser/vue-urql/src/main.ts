import { cacheExchange } from '@urql/exchange-graphcache'
import urql, { fetchExchange } from '@urql/vue'
import { keys, resolvers, schema } from 'trade-indicators-documents/graphcache'
import { createApp } from 'vue'
import App from './App.vue'

createApp(App)
  .use(urql, {
    url: 'http://127.0.0.1:4000/graphql',
    preferGetMethod: false,
    // The package of documents states which objects have an id, and which lists consist of pages.
    exchanges: [cacheExchange({ keys, resolvers, schema }), fetchExchange],
  })
  .mount('#app')
