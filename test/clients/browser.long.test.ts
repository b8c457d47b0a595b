import { followInBrowser } from './browser.js'

// The others are in browser.nightly.test.ts.
followInBrowser([
  ['fetch', 'npm'],
  ['react-apollo', 'pnpm'],
  ['next', 'npm'],
])
