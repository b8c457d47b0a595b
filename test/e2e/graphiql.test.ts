import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Site } from './browser.js'

const site = new Site()
beforeAll(() => site.start())
afterAll(() => site.close())

const editor = (page: Page) => page.locator('.graphiql-query-editor')
const variables = (page: Page) => page.locator('.graphiql-editor-tool')
const answer = (page: Page) => page.locator('.graphiql-response')
const run = (page: Page) => page.getByRole('button', { name: 'Execute query' })
const tab = (page: Page, name: string, selected = true) => page.getByRole('tab', { name, selected })

const link = (query: string, values?: object): string =>
  `/graphql?${new URLSearchParams({ query, ...(values && { variables: JSON.stringify(values) }) })}`

/** Replaces the text of an editor by pasting, as the editor closes the brackets that are typed. */
async function write(page: Page, place: Locator, text: string): Promise<void> {
  await place.locator('.monaco-editor:visible').first().click()
  await page.keyboard.press('Control+A')
  await page.evaluate(`{
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', ${JSON.stringify(text)})
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement.dispatchEvent(paste)
  }`)
}

/** Returns the tabs that the browser remembers. */
const stored = (page: Page): Promise<readonly { readonly query: string; readonly variables: string }[]> =>
  page.evaluate('JSON.parse(localStorage.getItem("graphiql:tabState") ?? "{}").tabs ?? []')

const linked = 'query Linked($code: String!) { metric(code: $code) { name } }'

test('GraphiQL shows and runs the examples without other hosts', async () => {
  const page = await site.open('/graphql')
  const tabs = page.getByRole('tab')
  await tabs.first().waitFor()
  expect(await tabs.allInnerTexts()).toEqual([
    'ExportsByProduct',
    'TradeByUnit',
    'Contribution',
    'GrowthAgreement',
    'GrowthAndShare',
    'KnownThen',
    'SharesOfPartners',
    'Provenance',
    'Search',
    'TotalsSideBySide',
  ])

  await variables(page).getByText('"EXPORTS"').waitFor()
  await run(page).click()
  await answer(page).getByText('CNY 13.92 trillion').waitFor()
  expect(await answer(page).textContent()).toContain('"13920"')
  await site.picture(page, 'graphiql')

  expect(site.foreign).toEqual([])
  expect(site.complaints).toEqual([])
})

test('the tab of an example has the defaults of its variables', async () => {
  const page = await site.open('/graphql')
  await expect.poll(() => stored(page)).toHaveLength(10)
  const ask = async (request: object): Promise<unknown> =>
    (await page.request.post(`${site.url}/graphql`, { data: request })).json()
  for (const { query, variables } of await stored(page)) {
    const values = JSON.parse(variables)
    expect(Object.keys(values).length).toBeGreaterThan(0)
    expect(await ask({ query, variables: values })).toEqual(await ask({ query }))
  }

  await tab(page, 'TradeByUnit', false).click()
  await variables(page).getByText('"TRADE"').waitFor()
  await run(page).click()
  await answer(page).getByText('CNY 41.76 trillion').first().waitFor()
})

test('GraphiQL has documentation and history, and no builder of queries', async () => {
  const page = await site.open('/graphql')
  const buttons = page.locator('.graphiql-sidebar').getByRole('button')
  await buttons.first().waitFor()
  const names = await buttons.evaluateAll((all) => all.map((button) => button.getAttribute('aria-label')))
  expect(names).toEqual([
    'Show Documentation Explorer',
    'Show History',
    'Re-fetch GraphQL schema (Shift-Ctrl-R)',
    'Open short keys dialog',
    'Open settings dialog',
  ])
})

test('the editor completes the values of a list argument', async () => {
  const page = await site.open('/graphql')
  await variables(page).getByText('"EXPORTS"').waitFor()
  const offered = async (): Promise<string> => {
    // The editor may still replace its text by that of the tab, and offers nothing until the schema has been read.
    await page.keyboard.press('Escape')
    await write(page, editor(page), 'query { indicators(filter: { frequency: [ANNUAL, ')
    await editor(page).getByText('[ANNUAL').waitFor({ timeout: 5000 })
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Space')
    const list = page.locator('.suggest-widget.visible')
    await list.getByText('QUARTERLY').waitFor({ timeout: 10_000 })
    return (await list.textContent()) ?? ''
  }
  await expect.poll(offered).toContain('QUARTERLY')
})

test('the history opens a query that was run, with its variables', async () => {
  const page = await site.open(link(linked, { code: 'IMPORTS' }))
  await answer(page).getByText('"Imports"').waitFor()
  await tab(page, 'Search', false).click()
  await editor(page).getByText('query').first().waitFor()
  await page.getByRole('button', { name: 'Show History' }).click()
  await page.locator('.graphiql-history-item').getByText('Linked').click()
  await tab(page, 'Linked').waitFor()
  await editor(page).getByText('Linked').waitFor()
  await variables(page).getByText('"IMPORTS"').waitFor()
  await run(page).click()
  await answer(page).getByText('"Imports"').waitFor()
})

test('a link opens a tab beside those stored, and runs it', async () => {
  const page = await site.open(link(linked, { code: 'EXPORTS' }))
  await answer(page).getByText('"Exports"').waitFor()
  await tab(page, 'Linked').waitFor()
  await expect.poll(() => stored(page)).toHaveLength(11)

  await page.goto(`${site.url}${link(linked.replace('Linked', 'Again'), { code: 'IMPORTS' })}`)
  await answer(page).getByText('"Imports"').waitFor()
  await tab(page, 'Again').waitFor()
  await variables(page).getByText('"IMPORTS"').waitFor()
  await expect.poll(() => stored(page)).toHaveLength(12)

  await page.goto(`${site.url}${link(linked, { code: 'EXPORTS' })}`)
  await answer(page).getByText('"Exports"').waitFor()
  await tab(page, 'Linked').waitFor()
  await variables(page).getByText('"EXPORTS"').waitFor()
  expect(await stored(page), 'it has a tab already').toHaveLength(12)
})

test('a link without variables has none of the tab before', async () => {
  const page = await site.open('/graphql')
  await variables(page).getByText('"EXPORTS"').waitFor()
  await expect.poll(() => stored(page)).toHaveLength(10)
  await page.goto(`${site.url}${link('query Bare { metric(code: "EXPORTS") { name } }')}`)
  await answer(page).getByText('"Exports"').waitFor()
  // Tabs are stored a moment after they change.
  const last = async () => (await stored(page)).at(-1)
  await expect.poll(last).toMatchObject({ query: expect.stringContaining('Bare'), variables: '' })
})

test('the address is a link to what was edited', async () => {
  const page = await site.open('/graphql')
  await variables(page).getByText('"EXPORTS"').waitFor()
  expect(new URL(page.url()).search).toBe('')
  await write(page, editor(page), linked.replace('Linked', 'Edited'))
  await write(page, variables(page), '{"code": "IMPORTS"}')
  const asked = (): unknown => Object.fromEntries(new URL(page.url()).searchParams)
  await expect
    .poll(asked)
    .toEqual({ query: expect.stringContaining('Edited'), variables: expect.stringContaining('IMPORTS') })

  const other = await site.open(page.url().slice(site.url.length))
  await tab(other, 'Edited').waitFor()
  await answer(other).getByText('"Imports"').waitFor()
})

test('a query that is too long for an address leaves it empty', async () => {
  const page = await site.open(link(linked, { code: 'EXPORTS' }))
  await answer(page).getByText('"Exports"').waitFor()
  await write(page, editor(page), `query Long { metric(code: "${'X'.repeat(9000)}") { name } }`)
  await expect.poll(() => new URL(page.url()).search).toBe('')
})

test('a link to a broken query shows the error', async () => {
  const page = await site.open(link('query Broken { metric(code: "EXPORTS") { name '))
  await answer(page).getByText('Syntax Error').waitFor()
  await tab(page, 'Broken').waitFor()
})

test('markup in a link is shown as text', async () => {
  const attack = '<img src=x onerror="document.title=1">'
  const page = await site.open(link(`query Markup { metric(code: ${JSON.stringify(attack)}) { name } }`, { attack }))
  await answer(page).getByText('"metric"').waitFor()
  await editor(page).getByText('<img').waitFor()
  expect(await page.title()).toBe('GraphiQL – trade-indicators')
  expect(await page.locator('img').count()).toBe(0)
})

test('prettify arranges the query and its variables', async () => {
  const page = await site.open(link(linked, { code: 'EXPORTS' }))
  await answer(page).getByText('"Exports"').waitFor()
  await write(page, variables(page), '{"code":"EXPORTS", // as printed\n"list":[1,{"a":null}]}')
  await page.getByRole('button', { name: 'Prettify query' }).click()
  await expect
    .poll(async () => (await stored(page)).at(0))
    .toMatchObject({
      query: 'query Linked($code: String!) {\n  metric(code: $code) {\n    name\n  }\n}\n',
      variables: '{\n  "code": "EXPORTS", // as printed\n  "list": [\n    1,\n    {\n      "a": null\n    }\n  ]\n}\n',
    })
})

test('a link never runs a mutation', async () => {
  const query = 'mutation Linked { retractRelease(code: "X", reason: "Y") { release { code } } }'
  const page = await site.open(link(query))
  const sent: string[] = []
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.postData() ?? ''))
  await tab(page, 'Linked').waitFor()
  await editor(page).getByText('retractRelease').waitFor()
  expect(sent.filter((body) => body.includes('retractRelease'))).toEqual([])
})

test('a subscription shows what it receives until it is stopped', async () => {
  const page = await site.open(link('subscription Heard { releasePublished(sinceVersion: 0) { version code } }'))
  await tab(page, 'Heard').waitFor()
  await editor(page).getByText('releasePublished').waitFor()
  await run(page).click()
  await answer(page).getByText('"releasePublished"').waitFor()
  await page.getByRole('button', { name: 'Stop query' }).click()
  await run(page).waitFor()
})

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

test('a phone has editor and response on its screen, and no overflow', async () => {
  const page = await site.open('/graphql', phone)
  await editor(page).getByText('ExportsByProduct').waitFor()
  await run(page).tap()
  await answer(page).getByText('"totalCount"').waitFor()
  for (const part of [editor(page), run(page), answer(page)]) {
    const box = await part.boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(phone.viewport.width)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(phone.viewport.height)
    expect(box?.height).toBeGreaterThan(30)
  }
  const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
  expect(await page.evaluate(overflow)).toBe(0)

  await page.getByRole('button', { name: 'Variables' }).tap()
  await variables(page).getByText('"datasets"').waitFor()
  await page.getByRole('button', { name: 'Show History' }).tap()
  await page.locator('.graphiql-history-item').getByText('ExportsByProduct').waitFor()
  expect(await page.evaluate(overflow)).toBe(0)
})

test('GraphiQL transfers 1.3 MB once, and then only answers', async () => {
  const page = await site.open(null, phone)
  const sizes = new Map<string, number>()
  const perpetual = new Set<string>()
  page.context().on('response', (response) => {
    const { pathname } = new URL(response.url())
    sizes.set(`${response.request().method()} ${pathname}`, Number(response.headers()['content-length']))
    if (response.headers()['cache-control']?.includes('immutable')) perpetual.add(pathname)
  })
  await page.goto(`${site.url}${link(linked, { code: 'EXPORTS' })}`)
  await answer(page).getByText('"Exports"').waitFor()
  await page.waitForLoadState('networkidle')
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  expect(total).toBeGreaterThan(500_000)
  expect(total).toBeLessThan(1_300_000)

  const files = [...sizes.keys()].filter((key) => key.includes('/graphiql/')).map((key) => key.slice('GET '.length))
  expect(files.filter((file) => !perpetual.has(file))).toEqual([])
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  let again = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    again += encodedDataLength
  })
  await page.reload()
  await answer(page).getByText('"Exports"').waitFor()
  await page.waitForLoadState('networkidle')
  expect(again).toBeLessThan(100_000)
})
