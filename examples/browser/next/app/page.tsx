import { Suspense } from 'react'
import { ask } from './ask'
import { Chart } from './Chart'
import { Figures } from './Figures'
import { ExportsPage } from './queries'

// The headings are sent at once; what awaits the API follows in the same response as soon as it is there.
export default function Page() {
  return (
    <>
      <h1>China's exports, CNY billion</h1>
      <Suspense fallback={<p>Loading …</p>}>
        <Chart />
      </Suspense>
      <h2>China and its provinces, January to May 2024</h2>
      <Suspense fallback={<p>Loading …</p>}>
        <FirstFigures />
      </Suspense>
    </>
  )
}

async function FirstFigures() {
  const { indicators } = await ask(ExportsPage, {})
  return indicators && <Figures first={indicators} />
}
