import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { compareInspections } from '../../../server/src/features/compare/inspections'
import { byDate, inspectionsPage } from '../../../server/src/features/compare/inspections-page'
import { pageAsMarkdown } from '../../../server/src/features/page/markdown'
import { fullTitle } from '../../../server/src/features/wording/stated-grade'
import { parseReport } from '../../../server/src/report/parse'
import { builtInCatalogue } from '../../../server/src/types/built-in'

const root = path.resolve(import.meta.dirname, '..')
const sample = (name: string) => readFileSync(path.join(root, 'samples', name), 'utf8')
const of2011 = sample('westmarch.inspection.md')
const ilacs = sample('ilacs-westmarch.inspection.md')

function compare(then: string, now: string) {
  return compareInspections(parseReport(then)!, parseReport(now)!)
}

function page(a: string, b: string): string {
  const reports = byDate(
    { report: parseReport(a)!, document: 'earlier' },
    { report: parseReport(b)!, document: 'present' },
  )
  const comparison = compareInspections(reports[0].report, reports[1].report)
  return pageAsMarkdown(inspectionsPage(comparison, reports))
}

describe('comparing two inspections', () => {
  it('pairs all judgements of one type, and distinguishes better from worse', () => {
    const later = of2011
      .replaceAll('Grade 4 (inadequate)', 'Grade 3 (adequate)')
      .replace('assurance are inadequate', 'assurance are adequate')
      .replace('| Inadequate |', '| Adequate |')
      .replace(
        'Grade 2 (good)\n\n12. The capacity for improvement is good',
        'Grade 3 (adequate)\n\n12. The capacity for improvement is adequate',
      )
      .replace('| Capacity for improvement | Good |', '| Capacity for improvement | Adequate |')
    const { pairs, onlyEarlier, onlyPresent, scalesDiffer } = compare(of2011, later)
    assert.deepEqual([onlyEarlier, onlyPresent, scalesDiffer], [[], [], false])
    assert.deepEqual(
      pairs
        .filter(({ change }) => change !== 'same')
        .map(({ present, change }) => `${fullTitle(present)}: ${change}`),
      [
        'Capacity for improvement (Safeguarding services): worse',
        'Performance management and quality assurance (Safeguarding services): better',
      ],
    )
  })

  it('says nothing of a judgement whose places differ', () => {
    const { pairs } = compare(of2011, of2011.replace('Grade 3 (adequate)', 'Grade 2 (good)'))
    assert.equal(pairs[0]?.change, undefined)
  })

  it('says of each report which kind it is, without a bracket in another', () => {
    assert.match(
      page(ilacs, of2011),
      /Westmarch, inspected [^()\n]*: Local authority children’s services \(ILACS\)$/m,
    )
  })

  it('pairs judgements of two types that ask much the same, lists the rest apart, and says that scales differ', () => {
    const text = page(ilacs, of2011)
    assert.match(
      text,
      /^- \*\*Then:\*\* Westmarch, inspected 5 September 2011 to 16 September 2011/m,
    )
    assert.match(
      text,
      /^\*\*The scales differ\.\*\* Then: outstanding, good, adequate, inadequate\. Now: /m,
    )
    assert.match(
      text,
      /^\| The experiences and progress of children in care; then: Overall effectiveness \(Services for looked after children\) \| good \| [a-z ]+ \| .*on another scale \|$/m,
    )
    assert.doesNotMatch(text, /\*\*(?:better|worse)\*\*/)
    assert.match(text, /^## Only in the earlier report$/m)
    assert.match(text, /^\| Partnership working \(Safeguarding services\) \| good \|$/m)
  })

  it('does not take the overall judgement of a half for that of the whole', () => {
    const { onlyPresent } = compare(of2011, ilacs)
    assert.ok(onlyPresent.some(({ title }) => title === 'Overall effectiveness'))
  })

  it('says so where the covers name different authorities, however they call themselves', () => {
    const other = (name: string) => of2011.replace('\nWestmarch\n', `\n${name}\n`)
    assert.match(page(of2011, other('Eastmarch')), /two covers name different authorities/)
    assert.doesNotMatch(page(of2011, other('Westmarch County Council')), /different authorities/)
  })

  it('pairs judgements by names that several types have, each once in an edition', () => {
    const types = builtInCatalogue().types.map(({ editions }) =>
      editions.map(edition => edition.compiled().sections.flatMap(({ sameAs }) => sameAs ?? [])),
    )
    const inTypes = types.map(editions => new Set(editions.flat()))
    for (const names of types.flat()) {
      assert.equal(new Set(names).size, names.length, String(names))
      for (const name of names)
        assert.ok(inTypes.filter(each => each.has(name)).length > 1, `${name} is in one type only`)
    }
  })
})
