import { followInBrowser } from './browser.js'

followInBrowser([
  ['fetch', 'pnpm'],
  ['react-urql', 'npm'],
  ['react-urql', 'pnpm'],
  ['react-apollo', 'npm'],
  ['react-relay', 'npm'],
  ['react-relay', 'pnpm'],
  ['vue-urql', 'npm'],
  ['vue-urql', 'pnpm'],
  ['next', 'pnpm'],
])
