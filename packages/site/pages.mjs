/** The documents of the site, in the order of its contents. An empty slug is the first page. */
const documents = {
  Start: { '': 'README.md', concepts: 'docs/concepts.md' },
  Use: {
    api: 'docs/api.md',
    'your-app': 'docs/your-app.md',
    explorer: 'docs/explorer.md',
    embedding: 'docs/embedding.md',
    desk: 'docs/desk.md',
    exporting: 'docs/exporting.md',
    spreadsheets: 'docs/spreadsheets.md',
    sdmx: 'docs/sdmx.md',
    mcp: 'docs/mcp.md',
    feeds: 'docs/feeds.md',
    federation: 'docs/federation.md',
    webhooks: 'docs/webhooks.md',
    'signed-history': 'docs/signed-history.md',
    questions: 'docs/questions.md',
  },
  Clients: {
    'clients/documents': 'packages/documents/README.md',
    'clients/react-urql': 'examples/browser/react-urql/README.md',
    'clients/react-apollo': 'examples/browser/react-apollo/README.md',
    'clients/react-relay': 'examples/browser/react-relay/README.md',
    'clients/vue-urql': 'examples/browser/vue-urql/README.md',
    'clients/next': 'examples/browser/next/README.md',
    'clients/fetch-in-a-page': 'examples/browser/fetch/README.md',
    'clients/fetch': 'examples/clients/fetch/README.md',
    'clients/graphql-request': 'examples/clients/graphql-request/README.md',
    'clients/urql': 'examples/clients/urql/README.md',
    'clients/apollo': 'examples/clients/apollo/README.md',
    'clients/relay': 'examples/clients/relay/README.md',
    'clients/graphql-sse': 'examples/clients/graphql-sse/README.md',
    'clients/python': 'examples/python/README.md',
    'clients/r': 'examples/r/README.md',
  },
  Run: {
    operating: 'docs/operating.md',
    upgrading: 'docs/upgrading.md',
    serving: 'docs/serving.md',
    importing: 'docs/importing.md',
    'importing-examples': 'docs/importing-examples.md',
    commands: 'docs/commands.md',
  },
  Reference: {
    'reference/queries': null,
    'reference/types': null,
    'reference/inputs': null,
    'reference/enums': null,
    'reference/examples': null,
    glossary: 'docs/glossary.md',
  },
  Project: {
    architecture: 'docs/architecture.md',
    'finding-your-way': 'docs/finding-your-way.md',
    changelog: 'CHANGELOG.md',
    contributing: 'CONTRIBUTING.md',
  },
}

const names = {
  '': 'Trade indicators',
  'reference/queries': 'Queries and mutations',
  'reference/types': 'Types',
  'reference/inputs': 'Inputs',
  'reference/enums': 'Enums and scalars',
  'reference/examples': 'Examples',
  api: 'API by task',
  'your-app': 'Your own app',
  'clients/documents': 'Typed documents',
  'clients/react-urql': 'React and urql',
  'clients/react-apollo': 'React and Apollo Client',
  'clients/react-relay': 'React and Relay',
  'clients/vue-urql': 'Vue and urql',
  'clients/next': 'Next.js',
  'clients/fetch-in-a-page': 'fetch in a page',
  'clients/fetch': 'fetch in Node',
  'clients/graphql-request': 'graphql-request',
  'clients/urql': 'urql in Node',
  'clients/apollo': 'Apollo Client in Node',
  'clients/relay': 'Relay in Node',
  'clients/graphql-sse': 'Subscriptions',
  'clients/python': 'Python',
  'clients/r': 'R',
  desk: 'The desk',
  changelog: 'Changes',
}

export const chapters = Object.entries(documents).map(([title, of]) => ({
  title,
  pages: Object.keys(of).map((slug) => ({
    slug,
    url: slug === '' ? '' : `${slug}/`,
    name:
      names[/** @type {keyof typeof names} */ (slug)] ??
      slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' '),
  })),
}))

export const pages = Object.values(documents).flatMap((of) =>
  Object.entries(of).flatMap(([slug, file]) => (file === null ? [] : { slug, file })),
)
