import { describe, expect, test } from '@jest/globals'
import { Validator } from '@seriousme/openapi-schema-validator'
import { schemasOf } from '../openapi/schemasOf.mjs'
import { routes } from '../src/collector/routes.js'
import { schemas } from '../src/openapi/schemas.js'
import { REPORT_NAMES } from '../src/reports/readReport.js'
import { collect } from './helpers/collect.js'

async function described() {
  const { status, body } = await (await collect()).get('openapi.json')
  expect(status).toBe(200)
  return body
}

describe('the description', () => {
  test('is a valid one', async () => {
    expect(await new Validator().validate(await described())).toMatchObject({ valid: true })
  })

  test('names the address that it was asked at', async () => {
    expect((await described()).servers).toEqual([{ url: 'http://localhost/api/help' }])
  })

  test('has every route', async () => {
    const { paths } = await described()
    for (const { method, path } of routes) {
      const found = path.startsWith('reports/') ? REPORT_NAMES.map((name) => `reports/${name}`) : [path]
      for (const each of found)
        expect([each, Object.keys(paths[`/${each}`] ?? {})]).toEqual([
          each,
          expect.arrayContaining([method.toLowerCase()]),
        ])
    }
  })

  test('has the schemas of the types of this moment: if not, run npm run openapi', () => {
    expect(schemas).toEqual(schemasOf())
  })
})
