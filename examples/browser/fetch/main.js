/** @import { TypedDocumentString } from './gql/graphql.ts' */
import { draw } from './chart.js'
import { graphql } from './gql/index.ts'

const exportsByMonth = graphql(`
  query ExportsByMonth {
    series(filter: { metrics: ["EXPORTS"], dimensions: ["TOTAL"], frequency: [MONTHLY] }, unit: CNY_BILLION) {
      periods
      rows {
        values
      }
    }
  }
`)

const exportsPage = graphql(`
  query ExportsPage($after: String) {
    indicators(
      filter: {
        metrics: ["EXPORTS"]
        dimensions: ["TOTAL", "LOCATION"]
        frequency: [MONTHLY]
        from: "2024-01"
        to: "2024-05"
      }
      after: $after
    ) {
      totalCount
      nodes {
        period
        category {
          name
        }
        value(unit: CNY_BILLION)
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

/**
 * @template Result, Variables
 * @param {TypedDocumentString<Result, Variables>} query
 * @param {Variables} variables
 * @returns {Promise<Result>}
 */
async function ask(query, variables) {
  const response = await fetch('http://127.0.0.1:4000/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = await response.json()
  if (errors) throw new Error(errors.map((/** @type {Error} */ { message }) => message).join('\n'))
  return data
}

/** @type {<Tag extends keyof HTMLElementTagNameMap>(tag: Tag) => HTMLElementTagNameMap[Tag]} */
const element = (tag) => /** @type {any} */ (document.querySelector(tag))
const [status, list, button] = [element('p'), element('ol'), element('button')]
const exact = new Intl.NumberFormat('en', { maximumFractionDigits: 20 })

/** @type {string | null} */
let after = null

async function more() {
  button.disabled = true
  const { indicators } = await ask(exportsPage, { after })
  if (!indicators) return
  for (const { period, category, value } of indicators.nodes) {
    const item = document.createElement('li')
    item.textContent = `${category.name}, ${period}: ${value ? exact.format(value) : 'no level printed'}`
    list.append(item)
  }
  status.textContent = `${list.children.length} of ${indicators.totalCount}`
  after = indicators.pageInfo.endCursor
  button.hidden = !indicators.pageInfo.hasNextPage
  button.disabled = false
}

async function chart() {
  const { series } = await ask(exportsByMonth, {})
  if (series) draw(series.periods, series.rows[0]?.values ?? [])
}

/** @param {Error} error */
const fail = ({ message }) => {
  status.textContent = message
  button.disabled = false
}

button.addEventListener('click', () => more().catch(fail))
more().catch(fail)
chart().catch(fail)
