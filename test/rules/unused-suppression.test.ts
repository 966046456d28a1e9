import assert from 'node:assert/strict'
import type { CheckedFinding } from '../../server/src/rules/rule'
import { checkReport } from '../../server/src/rules/run'
import { applyEdits } from '../../server/src/text/edits'
import { annotate, readAnnotated } from '../support/annotated'
import { reportOf } from '../support/check-rule'

const id = 'unused-suppression'

function find(text: string): readonly CheckedFinding[] {
  return checkReport(reportOf(text)).filter(finding => finding.rule.id === id)
}

/** Asserts that the rule, which needs the run of all others, finds just what is marked. */
function check(marked: string): void {
  const { text, annotations } = readAnnotated(marked)
  const found = find(text).map(({ span, message, fixes }) => ({
    ...span,
    rule: id,
    hasFix: (fixes?.() ?? []).length > 0,
    message,
  }))
  assert.equal(annotate(text, found), annotate(text, annotations))
}

function fixed(text: string, title: string): string {
  const fix = find(text)
    .flatMap(finding => finding.fixes?.() ?? [])
    .find(each => each.title === title)
  assert.ok(fix !== undefined)
  return applyEdits(text, fix.edits)
}

describe(id, () => {
  it('finds what silences nothing', () => {
    check(`
<!-- inspection-reports ignore-file open-note: agreed -->
                                    ^^^^^^^^^ unused-suppression (fix): There is no problem "open-note" to ignore in this report. Remove this.

About this inspection

<!-- inspection-reports ignore open-placeholder, open-note: agreed -->
                                                 ^^^^^^^^^ unused-suppression (fix): There is no problem "open-note" to ignore in what follows. Remove this.

1. Inspectors saw XX files.
`)
  })

  it('finds names that no problem has, none at all, and one beside other text', () => {
    check(`
About this inspection

<!-- inspection-reports ignore open-notes: agreed -->
                               ^^^^^^^^^^ unused-suppression (fix): There is no kind of problem called "open-notes". Correct the name, or remove it.

1. Inspectors saw files.

<!-- inspection-reports ignore: agreed -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-suppression (fix): This comment does not say which problem to ignore. Name it, or remove the comment.

2. They met staff. <!-- inspection-reports ignore open-note -->
                                                  ^^^^^^^^^ unused-suppression (fix): This comment works only on a line of its own, above what it is about. Move it there, or remove it.
`)
  })

  it('is silent where a problem is ignored, and on problems that are not looked for', () => {
    const text = `
<!-- inspection-reports ignore-file missing-field: an excerpt -->
About this inspection

<!-- inspection-reports ignore open-placeholder: agreed -->

1. Inspectors saw XX files.
`
    check(text)
    const off = checkReport(reportOf(text), { 'open-placeholder': 'off', 'missing-field': 'off' })
    assert.deepEqual(
      off.filter(finding => finding.rule.id === id),
      [],
    )
  })

  it('can be ignored itself', () => {
    check(`
<!-- inspection-reports ignore-file open-note, unused-suppression: a model -->
                                    ^^^^^^^^^ unused-suppression (fix): There is no problem "open-note" to ignore in this report. Remove this.
`)
  })

  it('removes the line, one of several names, or the comment alone', () => {
    assert.equal(
      fixed(
        'About this inspection\n\n<!-- inspection-reports ignore open-note -->\n\n1. Text.\n',
        'Remove it',
      ),
      'About this inspection\n\n1. Text.\n',
    )
    assert.equal(
      fixed(
        'About this inspection\n\n<!-- inspection-reports ignore open-note, open-placeholder: so -->\n1. XX.\n',
        'Remove it',
      ),
      'About this inspection\n\n<!-- inspection-reports ignore open-placeholder: so -->\n1. XX.\n',
    )
    assert.equal(
      fixed(
        'About this inspection\n\n1. Text.<!-- inspection-reports ignore open-note -->\n',
        'Remove it',
      ),
      'About this inspection\n\n1. Text.\n',
    )
  })

  it('corrects a name', () =>
    assert.equal(
      fixed(
        'About this inspection\n\n<!-- inspection-reports ignore open-notes -->\n1. Text.\n',
        'Write "open-note"',
      ),
      'About this inspection\n\n<!-- inspection-reports ignore open-note -->\n1. Text.\n',
    ))

  it('finds a comment whose words are misspelt, and no other comment', () => {
    for (const words of [
      'inspection-report ignore',
      'inspection-reports ignroe',
      'inspection-reports: ignore',
    ]) {
      const text = `About this inspection\n\n<!-- ${words} open-placeholder: agreed -->\n\n1. Inspectors saw XX files.\n`
      assert.deepEqual(
        find(text).map(({ message }) => message),
        ['This comment has no effect as it is written. Write "inspection-reports ignore".'],
      )
      const after = fixed(text, 'Write "inspection-reports ignore"')
      assert.equal(after, text.replace(words, 'inspection-reports ignore'))
      assert.deepEqual(find(after), [])
    }
    check(`
About this inspection

<!-- inspection of records to follow -->

1. Inspectors saw files.
`)
  })
})
