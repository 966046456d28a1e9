import assert from 'node:assert/strict'
import { compareInspections } from '../../../server/src/features/compare/inspections'
import { byDate, inspectionsPage } from '../../../server/src/features/compare/inspections-page'
import { compareVersions } from '../../../server/src/features/compare/versions'
import { versionsPage } from '../../../server/src/features/compare/versions-page'
import { listJudgements } from '../../../server/src/features/lists/judgements'
import { pageAsMarkdown } from '../../../server/src/features/page/markdown'
import { parseReport } from '../../../server/src/report/parse'

const inconsistent =
  'The local area partnership’s arrangements lead to inconsistent experiences and outcomes for children and young people with SEND.'
const positive =
  'The local area partnership’s arrangements typically lead to positive experiences and outcomes for children and young people with SEND.'

const report = (outcome: string, year: number) =>
  parseReport(`Area SEND inspection of Westmarch Local Area Partnership

Inspection dates: 6 to 10 March ${year}

Inspection outcome

${outcome}

Information about the local area partnership

Westmarch County Council and its partners plan the services.

What is it like to be a child or young person with SEND in this area?

Children are listened to.

What is the area partnership doing that is effective?

- Leaders know the area well.

What does the area partnership need to do better?

- Waiting times are too long.

Areas for improvement

Leaders should shorten waiting times.
`)!

describe('reports that state an outcome in place of grades', () => {
  it('are compared by it, two inspections', () => {
    const [now, then] = [report(positive, 2026), report(inconsistent, 2023)]
    const reports = byDate(
      { report: now, document: 'present' },
      { report: then, document: 'earlier' },
    )
    const comparison = compareInspections(then, now)
    assert.equal(comparison.outcomes?.change, 'better')
    assert.match(
      pageAsMarkdown(inspectionsPage(comparison, reports)),
      /^\| Inspection outcome \| lead to inconsistent .* \| typically lead to positive .* \| \*\*better\*\* \|$/m,
    )
  })

  it('say nothing of better or worse where one states none', () => {
    const comparison = compareInspections(report('To be written.', 2023), report(positive, 2026))
    assert.deepEqual(
      [comparison.outcomes?.earlier.words, comparison.outcomes?.change],
      [undefined, undefined],
    )
  })

  it('are compared by it, two versions', () => {
    const comparison = compareVersions(report(inconsistent, 2023), report(positive, 2023))
    const page = pageAsMarkdown(versionsPage(comparison, { earlier: 'a', present: 'b' }))
    assert.match(page, /^b compared with a: another outcome, 1 passage reworded\.$/m)
    assert.match(
      page,
      /^\| Inspection outcome \| lead to inconsistent .* \| typically lead to positive /m,
    )
    const same = compareVersions(report(positive, 2023), report(positive, 2023))
    assert.deepEqual([same.outcomes, same.isSame], [undefined, true])
  })

  it('list it with the judgements', () => {
    assert.deepEqual(
      listJudgements(report(positive, 2023), 'a.md').judgements.map(
        ({ judgement, grade, agrees }) => [judgement, grade, agrees],
      ),
      [['Inspection outcome', 'typically lead to positive experiences and outcomes', true]],
    )
  })
})
