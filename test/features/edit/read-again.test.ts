import assert from 'node:assert/strict'
import { withReadingAgain } from '../../../server/src/features/edit/read-again'
import { setGrade } from '../../../server/src/features/edit/set-grade'
import { parseReport } from '../../../server/src/report/parse'
import { applyEdits } from '../../../server/src/text/edits'
import { sample } from '../../reports/samples'

const draft = sample('ilacs-westmarch.inspection.md').replace(/^(# .*\n)/m, '$1\nStatus: draft\n')
const title = 'The experiences and progress of children in care'
const heading = new RegExp(`^#+ ${title}.*$`, 'm').exec(draft)?.[0] ?? ''

/** The text after *Set grade* of that judgement, all that is ticked. */
function set(text: string, grade: string): string {
  const report = parseReport(text)
  assert.ok(report !== undefined)
  const offset = text.search(new RegExp(`^#+ ${title}`, 'm')) + 5
  const plan = setGrade(report, offset, grade)
  assert.ok(!('error' in plan), 'error' in plan ? plan.error : '')
  const { changes } = withReadingAgain(report, offset, grade, plan)
  return applyEdits(
    text,
    changes.filter(({ ticked }) => ticked),
  )
}

const notesIn = (text: string) => parseReport(text)?.notes.map(({ text: { text: words } }) => words)

/** The grade that the draft gives, and two others. */
const old = parseReport(draft)?.judgements.find(each => each.title === title)?.grade?.word ?? ''
const [other = '', another = ''] = ['outstanding', 'good', 'inadequate'].filter(
  each => each !== old,
)

describe('a note to read a section again', () => {
  it('is left above its text by a new grade, with its paragraphs and what needs to improve', () => {
    assert.notEqual(heading, '')
    const text = set(draft, other)
    const [note] = notesIn(text) ?? []
    assert.match(
      note ?? '',
      new RegExp(`^Grade changed from "${old}" to "${other}": read paragraphs? \\d+`),
    )
    assert.match(note ?? '', /and "What needs to improve\?" again\.$/)
    assert.match(text, /\n\n\[Note: Grade changed[^\n]*\]\n\n\d+\. /)
  })

  it('is one note, from the first grade, where the grade is changed once more', () => {
    const notes = notesIn(set(set(draft, other), another)) ?? []
    assert.equal(notes.length, 1)
    assert.match(notes[0] ?? '', new RegExp(`^Grade changed from "${old}" to "${another}":`))
  })

  it('is gone where the grade is changed back', () => {
    assert.equal(set(set(draft, other), old), draft)
  })

  it('tells a grade of several words from the next, and is gone where that comes back', () => {
    const finished = draft.replace('Status: draft\n', '')
    const long = 'requires improvement to be good'
    const before = set(finished, long).replace(/^(# .*\n)/m, '$1\nStatus: draft\n')
    const changed = set(set(before, 'good'), 'inadequate')
    assert.match(
      notesIn(changed)?.[0] ?? '',
      new RegExp(`^Grade changed from "${long}" to "inadeq`),
    )
    assert.equal(set(changed, long), before)
  })

  it('is nothing but something to do in a draft, and leaves the reading as it is', () => {
    const [before, after] = [draft, set(draft, other)].map(text => {
      const report = parseReport(text)
      return [
        report?.sections.length,
        report?.numbering.paragraphs.length,
        report?.judgements.length,
      ]
    })
    assert.deepEqual(after, before)
  })

  it('is not put into a report that counts as finished', () => {
    const finished = draft.replace('Status: draft\n', '')
    assert.deepEqual(notesIn(set(finished, other)), [])
  })
})
