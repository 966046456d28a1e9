import assert from 'node:assert/strict'
import { hiddenBy } from '../../../server/src/report/marks/hidden'
import { readMarks, remarksIn } from '../../../server/src/report/marks/marks'
import type { Block, BlockKind } from '../../../server/src/report/model'
import { LineIndex } from '../../../server/src/text/lines'
import { blanked } from '../../../server/src/text/spaces'
import { builtInTypes } from '../../../server/src/types/built-in'
import type { ReportType } from '../../../server/src/types/report-type'
import { readAnnotated } from '../../support/annotated'
import { growthOf } from '../../support/doubling'
import { asWritten } from '../../support/flow'
import { itTimed } from '../../support/tier'

/** One block for each line, whose kind depends on how the line begins. */
function blocksOf(text: string, lines: LineIndex): readonly Block[] {
  return Array.from({ length: lines.count }, (_, line): Block => {
    const [start, end] = [lines.start(line), lines.start(line + 1)]
    const written = text.slice(start, end).trim()
    const kinds: readonly (readonly [string, BlockKind])[] = [
      ['#', 'heading'],
      ['Grade', 'grade'],
      ['- ', 'item'],
      ['|', 'table'],
      ['<!--', 'comment'],
      ['Page', 'furniture'],
    ]
    const kind =
      written === ''
        ? 'blank'
        : (kinds.find(([mark]) => written.startsWith(mark))?.[1] ?? 'paragraph')
    return { kind, start, end, firstLine: line, lastLine: line + 1, content: { start, end } }
  })
}

function marksOf(text: string, blocks?: readonly Block[]) {
  const lines = new LineIndex(text)
  const remarks = remarksIn(text, lines)
  const flow = asWritten(blanked(text, hiddenBy(remarks)))
  const type = builtInTypes()[0] as ReportType
  return readMarks(text, lines, { blocks: blocks ?? blocksOf(text, lines), flow, type, remarks })
}

/** Asserts that just what is between `«` and `»` is a placeholder. */
function checkPlaceholders(marked: string): void {
  const { text, spans } = readAnnotated(marked)
  assert.deepEqual(
    marksOf(text).placeholders.map(({ start, end }) => text.slice(start, end)),
    spans.map(({ start, end }) => text.slice(start, end)),
    marked,
  )
}

describe('marks', () => {
  describe('notes', () => {
    const notesOf = (text: string) => marksOf(text).notes.map(note => [note.author, note.text.text])

    it('name their authors, and the days on which they were written', () => {
      for (const [text, author, date] of [
        ['[Note AB: x]', 'AB', undefined],
        ['[Note AB, 3 March 2025: x]', 'AB', '2025-03-03'],
        ['[Note Ann Bell, 03/03/2025: x]', 'Ann Bell', '2025-03-03'],
        ['[note Bell, Ann, 3 March 2025: x]', 'Bell, Ann', '2025-03-03'],
        ['[Note 3 March 2025: x]', '', '2025-03-03'],
        ['[Note Bell, Ann: x]', 'Bell, Ann', undefined],
        ['[Note AB, March 2025: x]', 'AB, March 2025', undefined],
        ['[Note AB2: x]', 'AB2', undefined],
      ] as const) {
        const notes = marksOf(`A ${text} b.\n`).notes
        assert.deepEqual(
          notes.map(each => [each.author, each.date]),
          [[author, date]],
          text,
        )
      }
    })

    it('have an author and a text', () => {
      assert.deepEqual(
        notesOf('1. Good. [Note AB: check evidence 12] And [Note: ask the council].\n'),
        [
          ['AB', 'check evidence 12'],
          ['', 'ask the council'],
        ],
      )
      assert.deepEqual(notesOf('[note Ann Example: see [2] and [TBC]] x\n'), [
        ['Ann Example', 'see [2] and [TBC]'],
      ])
    })

    it('run over the lines of a paragraph, not beyond', () => {
      assert.deepEqual(notesOf('A [Note AB: check\nevidence] b\n'), [['AB', 'check\nevidence']])
      assert.deepEqual(notesOf('A [Note AB: check\n\nevidence] b\n'), [['AB', 'check']])
    })

    it('end with the line while their bracket is not written yet', () => {
      assert.deepEqual(notesOf('A [Note AB: che\n'), [['AB', 'che']])
      assert.deepEqual(notesOf('A [Note AB: a\nB [Note CD: b]\n'), [
        ['AB', 'a'],
        ['CD', 'b'],
      ])
    })

    it('are not links, quotations or comments', () => {
      for (const text of [
        '[Note: plan](plan.pdf)\n',
        '[note that it is so]\n',
        '<!-- [Note AB: x] -->\n',
        '[Notes]\n',
        '[North: east]\n',
      ])
        assert.deepEqual(notesOf(text), [], text)
    })
  })

  describe('placeholders', () => {
    it('are found', () => {
      checkPlaceholders(
        'There are «[TBC]» children, «[insert number]» plans and «XX%» … \n'.replace(
          '«XX%»',
          '«XX»%',
        ),
      )
      checkPlaceholders(
        'Grade «[grade]», «[tba]», «[to be confirmed]», «[to be sourced from the data]», «[TBC by AB]»\n',
      )
      checkPlaceholders('In «XXX» cases (£«XX.X» million), by «XX/XX/XXXX», «[XX]» and «[xxx]».\n')
      checkPlaceholders('«[ grade ]» «[Insert]»\n')
    })

    it('are not links, footnotes, numbers or quotations', () => {
      for (const text of [
        '[grade](grades.md) and [TBC][1] and ![date](x.png)\n',
        'A fact.[1] Another.[^2]\n\n[^2]: Source.\n',
        '‘They was [sic] good’, [2010], [children] said, [I] know, […], [ ]\n- [x] done\n[x] done\n',
        'Children want ‘[to be treated] well’ and [to be] heard.\n',
        'Part XX of the Act, XXth century, MXX, XX2, FOXX, www.example.org/XX/a\n',
        '[Note AB: [TBC] XX] <!-- [TBC] XX -->\n',
        '[TBC and never closed\n',
      ])
        checkPlaceholders(text)
    })

    it('are found in whatever form they are written', () => {
      for (const marked of [
        'Children get good help «TBC».\n',
        'Published: «tbc»\n',
        '- The timeliness of visits «(date to follow)».\n',
        'It opens «(date to be confirmed)», see below «(TBC)»; «(insert number)» have one.\n',
        '1. «[check this]» It reaches «xx%» of families and «????» carers, up by «X per cent».\n',
        'It rose by «x%» to «£xx», or «XX» % of £«XX» million.\n',
        '«[AB to confirm with DCS]» «[Ann to check]» «[PD to add figures]»\n',
        '«[reword]» «[Check figures]» «[add date]» «[figures to follow]» «[name TBC]» «[?]» «[??]»\n',
        '3. Care leavers are well supported. «****»\n',
        'The lead is «****». It has «****», or «****»; «*****»: (see «****») is named “«****»”, «****»!\n',
        '4. Leaders know their services. «DN:» reword. «<<insert figure>>» «<<name>>»\n',
        '«[DN: reword]» and «??» children (aged «??»)\n',
        '| Staying safe | «to be confirmed» |\n| Lead | «insert name» |\n',
        'Lead inspector\t«to be confirmed»\n',
      ])
        checkPlaceholders(marked)
    })

    it('are not what published text says in these words', () => {
      for (const text of [
        'The date of the review is to be confirmed by the board, as the plan (to be agreed) says.\n',
        'A protocol (to be signed in May) and the outcome of the panel (which is to follow) are awaited?\n',
        'They asked ‘why??’ and ‘really????’, and said ‘they [check] on me’ with love xx.\n',
        'Social workers insert a note (see the insert). They check (and confirm) it.\n',
        'Testham Borough Council (TBC) leads. TBC is small.\n',
        'Made **bold**, ***both***, __so__, and\n\n****\n\n* * * *\n\n********\n',
        '(****kind****), a grade A****, and B****.\n',
        'Ward X per capita, X-rays in 5 per cent, Generation X, 6x per week, Max%, 2 x 10%, 3xx%\n',
        'If a << b, then b > a.\n',
        'See www.example.org/a?b=xx%20c and the DNA: it is theirs.\n',
        'Plans are clear (and easy to follow), and there is advice (a path to follow).\n',
        'The grant (which is to be confirmed) and the lead (who is to be added) are new.\n',
      ])
        checkPlaceholders(text)
    })

    it('are found after notes and comments', () =>
      checkPlaceholders('[Note AB: XX] «XX» <!-- [TBC] --> «[TBC]»\n'))
  })

  describe('suppressions', () => {
    /** What each suppression covers, as text. */
    const targetsOf = (text: string, blocks?: readonly Block[]) =>
      marksOf(text, blocks).suppressions.map(({ target }) => text.slice(target.start, target.end))

    it('name rules and a reason', () => {
      const [first, second] = marksOf(
        '<!-- inspection-reports ignore mismatched-grade, empty-section: as agreed: yes -->\nText\n<!--inspection-reports ignore-file open-note-->\n',
      ).suppressions
      assert.deepEqual(
        first?.rules.map(rule => rule.text),
        ['mismatched-grade', 'empty-section'],
      )
      assert.equal(first?.reason, 'as agreed: yes')
      assert.equal(first?.scope, 'next')
      assert.deepEqual(
        second?.rules.map(rule => rule.text),
        ['open-note'],
      )
      assert.equal(second?.reason, '')
      assert.equal(second?.scope, 'file')
    })

    it('cover what follows', () => {
      const comment = '<!-- inspection-reports ignore open-note -->\n'
      for (const [target, rest] of [
        ['Text.\n', 'More.\n'],
        ['# Heading\n\nGrade 2 (good)\n', '\nText\n'],
        ['# Heading\n', '\nText\nGrade 2 (good)\n'],
        ['- one\n- two\n\n- three\n', 'Text\n'],
        ['| a |\n| b |\n', '\nText\n'],
      ] as const)
        assert.deepEqual(targetsOf(`Before.\n${comment}\nPage 3\n${target}${rest}`), [target])
    })

    it('in a block of many lines cover the lines up to a blank one', () => {
      const text =
        'Title\n\n<!-- inspection-reports ignore missing-field -->\nAge group: All\nPublished: soon\n\nOther\n'
      const lines = new LineIndex(text)
      const span = { start: 0, end: text.length }
      const cover: Block = {
        kind: 'cover',
        ...span,
        firstLine: 0,
        lastLine: lines.count,
        content: span,
      }
      assert.deepEqual(targetsOf(text, [cover]), ['Age group: All\nPublished: soon\n'])
    })

    it('at the end of such a block cover what follows it', () => {
      const comment = '<!-- inspection-reports ignore missing-section -->\n'
      const cover = `Title\n\n${comment}\n`
      const text = `${cover}# Heading\n`
      const whole = { start: 0, end: cover.length }
      const below = { start: cover.length, end: text.length }
      const blocks: readonly Block[] = [
        { kind: 'cover', ...whole, firstLine: 0, lastLine: 4, content: whole },
        { kind: 'heading', ...below, firstLine: 4, lastLine: 5, content: below },
      ]
      assert.deepEqual(targetsOf(text, blocks), ['# Heading\n'])
    })

    it('cover nothing at the end or beside other text', () => {
      assert.deepEqual(targetsOf('Text\n<!-- inspection-reports ignore open-note -->\n\n'), [''])
      assert.deepEqual(targetsOf('Text <!-- inspection-reports ignore open-note -->\nText\n'), [''])
    })

    it('are not other comments', () => {
      for (const text of [
        '<!-- ignore open-note -->\n',
        '<!-- inspection-reports ignored open-note -->\n',
        '<!-- inspection-reports ignore open-note\n',
      ])
        assert.deepEqual(marksOf(text).suppressions, [], text)
    })
  })

  itTimed('are found in time that grows with the text', () => {
    for (const piece of [
      '[',
      '[Note AB: ',
      '<!-- ',
      'XX',
      '[Note AB: a\n',
      '[TBC',
      '[Note AB: a] XX <!-- b -->',
    ]) {
      const growth = growthOf(
        count => {
          const text = piece.repeat(count)
          return () => marksOf(text, [])
        },
        { from: 500, to: 8_000 },
      )
      assert.ok(growth.isLinear, `${piece}: ${growth.shown}`)
    }
  })
})
