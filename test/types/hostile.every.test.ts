/** Types with unlikely texts in them: whatever a type says, reading a report by it never throws. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse as parseYaml, stringify } from 'yaml'
import { completion } from '../../server/src/features/complete/completion'
import { parseReport } from '../../server/src/report/parse'
import { checkReport } from '../../server/src/rules/run'
import { catalogueOf } from '../../server/src/types/catalogue'
import { checkTypeSource } from '../../server/src/types/checked'
import type { TypeSource } from '../../server/src/types/source'
import { cqcReport } from './cqc-report'

const text = readFileSync(path.join(import.meta.dirname, 'types/cqc-service.yaml'), 'utf8')
const unlikely = [
  '(',
  '[a',
  '*+?',
  '\\',
  '{word}',
  '{authority} {authority}',
  '^$|',
  '\n',
  '’',
  '😀',
]

/** The value with something put before, after or in the place of every text in it. */
function spoilt(value: unknown, by: (text: string) => string): unknown {
  if (typeof value === 'string') return by(value)
  if (Array.isArray(value)) return value.map(each => spoilt(each, by))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      ['id', 'kind', 'grade', 'section', 'numbering', 'place'].includes(key) && key !== 'grades'
        ? each
        : spoilt(each, by),
    ]),
  )
}

describe('a type that is being written', () => {
  it('reads reports though its scale has no grades yet', () => {
    const begun = {
      id: 'begun',
      name: 'Begun',
      recognise: { titles: ['Report of a visit'] },
      scale: { line: 'Grade {number}', grades: null },
      sections: [{ id: 'care', title: 'Quality of care', grade: 'line' }],
      summary: { rows: [{ section: 'care' }] },
    }
    const report = parseReport('# Report of a visit\n\nQuality of care\n\nGrade 2\n', {
      types: catalogueOf([begun as unknown as TypeSource]),
    })
    assert.doesNotThrow(() => report && checkReport(report))
  })
})

describe('a type with unlikely texts', () => {
  const source = parseYaml(text)
  for (const part of unlikely) {
    it(`such as ${JSON.stringify(part)} is checked, compiled and used without a throw`, () => {
      for (const by of [
        (word: string) => part + word,
        (word: string) => word + part,
        (word: string) => word.replace(' ', ` ${part} `),
        () => part,
      ]) {
        const strange = spoilt(source, by) as TypeSource
        checkTypeSource(stringify(strange))
        const report = `---\nreport: ${source.id}\n---\n${by(cqcReport)}\n${cqcReport}\n${part}\n`
        for (const one of [strange, { ...source, scale: strange.scale } as TypeSource]) {
          const read = parseReport(report, { types: catalogueOf([one]) })
          assert.ok(read)
          checkReport(read)
          completion(read, report.indexOf('Rating'))
        }
      }
    })
  }

  it('may lack every part', () => {
    const bare = catalogueOf([{ id: 'bare', name: 'Bare' }])
    const read = parseReport(`---\nreport: bare\n---\n${cqcReport}`, { types: bare })
    assert.ok(read)
    assert.deepEqual(checkReport(read), [])
    for (const key of Object.keys(source)) {
      if (key === 'id' || key === 'name') continue
      const { [key]: _, ...rest } = source
      const types = catalogueOf([rest as TypeSource])
      const report = parseReport(`---\nreport: ${source.id}\n---\n${cqcReport}`, { types })
      assert.ok(report)
      checkReport(report)
    }
  })
})
