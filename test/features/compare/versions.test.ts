import assert from 'node:assert/strict'
import { compareInspections } from '../../../server/src/features/compare/inspections'
import type { PassageChange } from '../../../server/src/features/compare/passage-change'
import { passagesOf } from '../../../server/src/features/compare/passages'
import {
  compareVersions,
  type VersionComparison,
} from '../../../server/src/features/compare/versions'
import { versionsPage } from '../../../server/src/features/compare/versions-page'
import { compareWords } from '../../../server/src/features/compare/words'
import { pageAsMarkdown } from '../../../server/src/features/page/markdown'
import { fullTitle, gradeInWords } from '../../../server/src/features/wording/stated-grade'
import type { Report } from '../../../server/src/report/model'
import { parseReport } from '../../../server/src/report/parse'
import { clean, sample } from '../../reports/samples'
import { growthOf } from '../../support/doubling'
import { publishedReports } from '../../support/published'
import { itTimed } from '../../support/tier'

const names = { earlier: 'Monday’s draft', present: 'report.md' }

function compare(earlier: string, present: string): VersionComparison {
  return compareVersions(parseReport(earlier)!, parseReport(present)!)
}

/** What is not simply the same, one line each: `moved 14 -> 16`. */
function changes({ passages }: VersionComparison): string[] {
  return passages
    .filter(({ kind, moved }) => kind !== 'same' || moved)
    .map(change => `${words(change)} ${label(change.earlier)} -> ${label(change.present)}`)
}

function words({ kind, moved, holder }: PassageChange): string {
  const held = holder === undefined ? '' : ` (${holder.label})`
  return (moved ? (kind === 'same' ? 'moved' : `moved and ${kind}`) : kind) + held
}

const label = (passage: PassageChange['present']): string => passage?.label || '-'

/** The text with the numbers of the paragraphs from `from` on changed by `by`. */
function renumbered(text: string, from: number, by: number): string {
  return text.replace(/^(\d+)\. /gm, (all, digits: string) =>
    Number(digits) >= from ? `${Number(digits) + by}. ` : all,
  )
}

function paragraph(number: number): string {
  return new RegExp(`^${number}\\. .*\n\n`, 'm').exec(clean)![0]
}

describe('comparing two versions of a report', () => {
  it('finds no change between a report and itself', () => {
    const comparison = compare(clean, clean)
    assert.equal(comparison.isSame, true)
    assert.deepEqual(changes(comparison), [])
    assert.match(pageAsMarkdown(versionsPage(comparison, names)), /^\*\*Nothing has changed\.\*\*/m)
  })

  it('does not take line ends, emphasis, notes, wrapping or the mark of a draft for a change', () => {
    const other = clean
      .replace('\nWestmarch\n', '\nWestmarch\n\nStatus: draft\n')
      .replace('Families speak warmly', '**Families** speak warmly')
      .replace('Recording is the', 'Recording [Note AB: is it?] is the')
      .replace('Vacancies in the area teams', 'Vacancies in\nthe area teams')
      .replaceAll('’', "'")
      .replaceAll('\n', '\r\n')
    assert.deepEqual(changes(compare(clean, other)), [])
  })

  it('reports a removed paragraph, and the new numbers of those after it', () => {
    const comparison = compare(clean, renumbered(clean.replace(paragraph(13), ''), 14, -1))
    assert.deepEqual(changes(comparison), ['removed 13 -> -'])
    const next = comparison.passages.find(({ earlier }) => earlier?.label === '14')
    assert.equal(next?.present?.label, '13')
    assert.equal(next.renumbered, true)
  })

  it('reports an added paragraph where it is', () => {
    const added = 'Nine herons live on the quay, and the harbour master feeds them at noon.'
    const present = renumbered(clean, 14, 1).replace(
      paragraph(13),
      `${paragraph(13)}14. ${added}\n\n`,
    )
    assert.deepEqual(changes(compare(clean, present)), ['added - -> 14'])
  })

  it('reports a moved paragraph once, on itself', () => {
    const present = clean
      .replace(paragraph(18), '')
      .replace(paragraph(22), `${paragraph(22)}${paragraph(18)}`)
    assert.deepEqual(changes(compare(clean, present)), ['moved 18 -> 18'])
  })

  it('reports a paragraph as moved that is in another section now, in the same order', () => {
    const heading = '### Capacity for improvement\n\nGrade 2 (good)\n\n'
    const present = clean.replace(heading, '').replace(paragraph(12), `${paragraph(12)}${heading}`)
    assert.deepEqual(changes(compare(clean, present)), ['moved 12 -> 12'])
  })

  it('says what was struck and added in a reworded paragraph', () => {
    const present = clean.replace('fallen for three quarters in a row', 'risen since the spring')
    const comparison = compare(clean, present)
    assert.deepEqual(changes(comparison), ['reworded 10 -> 10'])
    const page = pageAsMarkdown(versionsPage(comparison, names))
    assert.match(
      page,
      /^- 10: … .* has ~~fallen for three quarters in a row\.~~ \*\*risen since the spring\.\*\*$/m,
    )
  })

  it('takes what was filled in for the paragraph that was to be written', () => {
    const toDo = (number: number): string => `${number}. [TBC]\n\n`
    const before = [14, 15, 16].reduce(
      (text, number) => text.replace(paragraph(number), toDo(number)),
      clean,
    )
    const half = [14, 16].reduce(
      (text, number) => text.replace(paragraph(number), toDo(number)),
      clean,
    )
    assert.deepEqual(changes(compare(before, half)), ['reworded 15 -> 15'])
    assert.deepEqual(changes(compare(before, clean)), [
      'reworded 14 -> 14',
      'reworded 15 -> 15',
      'reworded 16 -> 16',
    ])
  })

  it('names points in lists by the paragraph above them', () => {
    const present = clean.replace(
      '- make sure that a manager reads each core assessment before it is signed\n',
      '',
    )
    assert.deepEqual(changes(compare(clean, present)), ['removed 15, point 2 -> -'])
  })

  it('says where the words of a divided or joined paragraph are', () => {
    const second = 'Vacancies in the area teams fell'
    const divided = renumbered(clean, 14, 1).replace(second, `\n\n14. ${second}`)
    assert.deepEqual(changes(compare(clean, divided)), ['added (13) - -> 13', 'reworded 13 -> 14'])
    assert.deepEqual(changes(compare(divided, clean)), [
      'removed (13) 13 -> -',
      'reworded 14 -> 13',
    ])
  })

  it('reports grades that changed, and grades that now differ from place to place', () => {
    const { grades } = compare(clean, clean.replace('Grade 3 (adequate)', 'Grade 2 (good)'))
    assert.deepEqual(
      grades.map(({ earlier, present }) => [
        fullTitle(present!),
        gradeInWords(earlier!),
        gradeInWords(present!),
      ]),
      [['Overall effectiveness (Safeguarding services)', 'adequate', 'good / adequate']],
    )
  })

  it('reports sections that were added and removed, and leaves their neighbours where they are', () => {
    const without = clean.replace('## Service information\n\n', '')
    const { sections } = compare(clean, without)
    assert.deepEqual(
      sections.removed.map(({ definition }) => definition.id),
      ['service-information'],
    )
    assert.deepEqual(changes(compare(clean, without)), [])
    assert.equal(compare(without, clean).sections.added.length, 1)
  })

  it('reports a changed cover', () => {
    const present = clean.replace('Published: 21 October 2011', 'Published: 4 November 2011')
    assert.deepEqual(changes(compare(clean, present)), ['reworded - -> -'])
    const page = pageAsMarkdown(versionsPage(compare(clean, present), names))
    assert.match(page, /^- Cover: Published: ~~21 October~~ \*\*4 November\*\* 2011$/m)
  })

  it('puts every number before beside its number now, each a link', () => {
    const comparison = compare(clean, renumbered(clean.replace(paragraph(13), ''), 14, -1))
    const page = pageAsMarkdown(
      versionsPage(comparison, names),
      ({ document, offset }) => `${document}:${offset}`,
    )
    const [, numbers = ''] = page.split('## Old and new numbers')
    const rows = numbers.split('\n').filter(line => /^\| \[\d+\]/.test(line))
    assert.equal(rows.length, parseReport(clean)!.numbering.paragraphs.length)
    assert.match(
      page,
      /^\| \[13\]\(<earlier:\d+>\) \| – \| \*\*removed\*\* \| The council has kept/m,
    )
    assert.match(
      page,
      /^\| \[14\]\(<earlier:\d+>\) \| \[13\]\(<present:\d+>\) \| another number \|/m,
    )
  })

  it('lists no numbers where none has changed', () => {
    const present = clean.replace('Families speak', 'Parents speak')
    const page = pageAsMarkdown(versionsPage(compare(clean, present), names))
    assert.match(page, /## Old and new numbers\n\nEvery paragraph has kept its number\./)
  })

  it('says so where the two are different reports', () => {
    const other = sample('ilacs-westmarch.inspection.md')
    const page = pageAsMarkdown(versionsPage(compare(clean, other), names))
    assert.match(page, /two different reports/)
  })
})

describe('the words of a passage', () => {
  it('are kept, struck and added', () => {
    assert.deepEqual(compareWords('provision is good now', 'provision is adequate now'), [
      { kind: 'kept', words: 'provision is' },
      { kind: 'struck', words: 'good' },
      { kind: 'added', words: 'adequate' },
      { kind: 'kept', words: 'now' },
    ])
  })

  it('that stay between two changes go with them', () => {
    assert.deepEqual(
      compareWords('one of the ten', 'two of the nine').map(({ words }) => words),
      ['one of the ten', 'two of the nine'],
    )
  })

  it('are compared in a long passage too, until nobody would read it word by word', () => {
    const then = Array.from({ length: 900 }, (_, at) => `word${at}`)
    const changedIn = (every: number) => {
      const now = then.map((word, at) => (at % every === 0 ? `${word}s` : word))
      return compareWords(then.join(' '), now.join(' ')).filter(({ kind }) => kind === 'struck')
    }
    assert.deepEqual(
      changedIn(10).map(({ words }) => words),
      then.filter((_, at) => at % 10 === 0),
    )
    assert.deepEqual(
      changedIn(2).map(({ words }) => words),
      [then.join(' ')],
    )
  })

  itTimed('take time in proportion to their number', () => {
    const { isLinear, shown } = growthOf(
      size => {
        const then = Array.from({ length: size }, (_, at) => `word${at}`)
        const now = then.map((word, at) => (at % 3 === 0 ? `${word}s` : word))
        return () => compareWords(then.join(' '), now.join(' '))
      },
      { from: 100, to: 800 },
    )
    assert.ok(isLinear, shown)
  })

  it('give both passages back', () => {
    const [then, now] = ['a b c d e f g', 'b x d e g h']
    const side = (kind: string) =>
      compareWords(then, now)
        .filter(run => run.kind === 'kept' || run.kind === kind)
        .map(({ words }) => words)
        .join(' ')
    assert.deepEqual([side('struck'), side('added')], [then, now])
  })
})

const published = publishedReports()

/** The report with one paragraph taken out, one moved, one reworded and one put in. */
function changed(report: Report): { readonly text: string; readonly expected: readonly string[] } {
  const { paragraphs } = report.numbering
  const at = (index: number) => {
    const { label, span, number } = paragraphs[index]!
    const start = Math.min(label.start, span.start)
    return { start, end: span.end, text: report.text.slice(start, span.end), number }
  }
  const [kept, gone, moves, behind, reworded] = [at(10), at(20), at(30), at(45), at(60)]
  const edits = [
    { ...gone, text: '' },
    { ...moves, text: '' },
    { start: behind.end, end: behind.end, text: `\n\n${moves.text}\n` },
    { ...reworded, text: `${reworded.text} Herons were seen.` },
    {
      start: kept.end,
      end: kept.end,
      text: `\n\n${kept.number + 1}. Nine herons live on the quay at noon.\n`,
    },
  ].sort((a, b) => b.start - a.start)
  const text = edits.reduce(
    (all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end),
    report.text,
  )
  const expected = [
    `added - -> ${kept.number + 1}`,
    `removed ${gone.number} -> -`,
    `moved ${moves.number} -> ${moves.number}`,
    `reworded ${reworded.number} -> ${reworded.number}`,
  ]
  return { text, expected }
}

if (published.length > 0)
  describe('comparing published reports', () => {
    it('finds no change between each and itself', () => {
      const differing = published.filter(({ text }) => {
        const report = parseReport(text)
        return report !== undefined && !compareVersions(report, report).isSame
      })
      assert.deepEqual(
        differing.map(({ name }) => name),
        [],
      )
    })

    it('shows every passage of both once, whatever the two are', () => {
      let last: Report | undefined
      for (const { name, text } of published) {
        const report = parseReport(text)
        if (report === undefined) continue
        const { passages } = compareVersions(last ?? report, report)
        const indexes = (side: 'earlier' | 'present') =>
          passages.flatMap(change => change[side]?.index ?? [])
        for (const [side, of] of [
          ['earlier', last ?? report],
          ['present', report],
        ] as const) {
          const found = indexes(side).sort((a, b) => a - b)
          assert.deepEqual(
            found,
            passagesOf(of).map(({ index }) => index),
            name,
          )
        }
        assert.deepEqual(
          indexes('present'),
          [...indexes('present')].sort((a, b) => a - b),
        )
        last = report
      }
    })

    const [then, now] = published
      .filter(({ name }) => /^00[12]/.test(name))
      .map(({ text }) => parseReport(text))
    it('takes two inspections for two reports', function () {
      if (then === undefined || now === undefined) return this.skip()
      const comparison = compareVersions(then, now)
      assert.ok(comparison.kept < 0.2)
      assert.match(pageAsMarkdown(versionsPage(comparison, names)), /two different reports/)
      const judgements = compareInspections(then, now)
      assert.equal(judgements.authoritiesDiffer, true)
      assert.deepEqual([judgements.onlyEarlier, judgements.onlyPresent], [[], []])
      for (const { earlier, present, change } of judgements.pairs) {
        const [before, after] = [earlier.grade!.rank, present.grade!.rank]
        assert.equal(change, after === before ? 'same' : after < before ? 'better' : 'worse')
      }
    })

    for (const seed of published.filter(({ name }) => /^00[01]/.test(name)))
      it(`finds what was done to ${seed.name}`, () => {
        const report = parseReport(seed.text)!
        const { text, expected } = changed(report)
        assert.deepEqual(changes(compareVersions(report, parseReport(text)!)), expected)
      })
  })
