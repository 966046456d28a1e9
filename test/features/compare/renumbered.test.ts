import assert from 'node:assert/strict'
import { withPresentNumbers } from '../../../server/src/features/compare/renumbered'
import { compareVersions } from '../../../server/src/features/compare/versions'
import { versionsPage } from '../../../server/src/features/compare/versions-page'
import { pageAsMarkdown } from '../../../server/src/features/page/markdown'
import { parseReport } from '../../../server/src/report/parse'
import { differences } from '../../../server/src/text/differences'
import { finish } from '../../../server/src/text/steps'
import { clean } from '../../reports/samples'

const names = { earlier: 'Monday’s draft', present: 'report.md' }

/** The text with the paragraphs from `from` on, and the references to them, numbered by `by` more. */
function shifted(text: string, from: number, by: number): string {
  const next = (digits: string) => String(Number(digits) + (Number(digits) >= from ? by : 0))
  return text
    .replace(/^(\d+)(?=\. )/gm, next)
    .replace(/(?<=paragraphs? |paragraphs \d+ and )\d+/g, next)
}

const paragraph = (number: number): string =>
  new RegExp(`^${number}\\. .*\n\n`, 'm').exec(clean)?.[0] ?? assert.fail()

/** What the page says, and what differs where both texts are side by side. */
function compared(earlier: string, present: string) {
  const [then, now] = [parse(earlier), parse(present)]
  const comparison = compareVersions(then, now)
  const page = pageAsMarkdown(versionsPage(comparison, names))
  const summary = /compared with Monday’s draft: (.*)\./.exec(page)?.[1]
  const stretches = [...page.matchAll(/^- (\d+ .*(?:is|are) now .*)$/gm)].map(([, words]) => words)
  const beside = withPresentNumbers(then, comparison.passages)
  return { summary, stretches, beside: differing(beside, present) }
}

/** The lines that differ, each once: `13. The council … | 14. The council …` shortened to its number. */
function differing(earlier: string, present: string): readonly string[] {
  const number = (line: string | undefined) => /^\d+\./.exec(line ?? '')?.[0] ?? line ?? ''
  const [then, now] = [earlier.split('\n'), present.split('\n')]
  return finish(differences(then, now)).map(({ before, after }) =>
    [then.slice(before.start, before.end), now.slice(after.start, after.end)]
      .map(lines =>
        lines
          .filter(line => line !== '')
          .map(number)
          .join(' '),
      )
      .join(' -> '),
  )
}

describe('numbers in a comparison with an earlier version', () => {
  const added = 'Nine herons live on the quay, and the harbour master feeds them at noon.'
  const without13 = shifted(clean.replace(paragraph(13), ''), 14, -1)

  for (const [what, earlier, present, says, stretches, beside] of [
    [
      'are one thing where one was put right and the rest followed',
      shifted(clean, 14, 1),
      clean,
      '1 number put right, 52 numbers that follow',
      ['15 to 67 are now 14 to 66.'],
      ['15. -> 14.'],
    ],
    [
      'are one thing where a number that was used twice was put right',
      shifted(clean, 14, -1),
      clean,
      '1 number put right, 52 numbers that follow',
      ['13 to 65 are now 14 to 66.'],
      ['13. -> 14.'],
    ],
    [
      'are two things where two were put right',
      shifted(shifted(clean, 14, 1), 31, 1),
      clean,
      '2 numbers put right, 51 numbers that follow',
      ['15 to 30 are now 14 to 29.', '32 to 68 are now 30 to 66.'],
      ['15. -> 14.', '32. -> 30.'],
    ],
    [
      'are one thing where only one was wrong',
      clean.replace('\n14. ', '\n41. '),
      clean,
      '1 number put right',
      ['41 is now 14.'],
      ['41. -> 14.'],
    ],
    [
      'only follow a paragraph that was added',
      clean,
      shifted(clean, 14, 1).replace(paragraph(13), `${paragraph(13)}14. ${added}\n\n`),
      '1 added, 53 numbers that follow',
      ['14 to 66 are now 15 to 67.'],
      [' -> 14.'],
    ],
    [
      'only follow a paragraph that was removed',
      clean,
      without13,
      '1 removed, 53 numbers that follow',
      ['14 to 66 are now 13 to 65.'],
      ['13. -> '],
    ],
    ['are the same', clean, clean, undefined, [], []],
  ] as const)
    it(what, () => {
      const found = compared(earlier, present)
      assert.equal(found.summary, says)
      assert.deepEqual(found.stretches, stretches)
      assert.deepEqual(found.beside, beside)
    })

  it('that a reference gives have changed with their paragraph, and nothing is reworded', () => {
    const text = (from: number) => shifted(clean, from, 1)
    const comparison = compareVersions(parse(text(5)), parse(clean))
    assert.deepEqual(
      comparison.passages.filter(({ kind }) => kind !== 'same'),
      [],
    )
  })

  it('that a reference gives are a rewording where it leads to another paragraph', () => {
    const other = clean.replace('paragraph 34', 'paragraph 33')
    const { passages } = compareVersions(parse(other), parse(clean))
    assert.equal(passages.filter(({ kind }) => kind === 'reworded').length, 1)
  })
})

function parse(text: string) {
  return parseReport(text) ?? assert.fail('This is a report.')
}
