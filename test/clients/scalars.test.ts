import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../docs/clone.js'

test('examples and the guide give the scalars the same types', async () => {
  const files = (await readdir(join(root, 'examples'), { recursive: true })).filter((file) =>
    /(codegen\.ts|relay\.config\.\w+)$/.test(file),
  )
  const places = [...files.map((file) => `examples/${file}`), 'docs/your-app.md']
  const maps = await Promise.all(
    places.map(async (place) => {
      const [, map = place] =
        /(?:scalars|customScalarTypes)"?:\s*(\{[^}]*\})/.exec(await readFile(join(root, place), 'utf8')) ?? []
      return map.replace(/[\s"']|,(?=\s*\})/g, '')
    }),
  )
  expect(places.length).toBeGreaterThan(10)
  expect([...new Set(maps)]).toEqual([
    '{Decimal:Intl.StringNumericLiteral,Period:string,Date:string,DateTime:string,Count:number}',
  ])
})
