import assert from 'node:assert/strict'
import { allRules } from '../../server/src/rules/all'
import { checkReport, type Severities } from '../../server/src/rules/run'
import { reportOf } from '../support/check-rule'

/** Everything is off but what is named. */
function only(...ids: readonly string[]): Severities {
  return Object.fromEntries(allRules.map(({ id }) => [id, ids.includes(id) ? 'warning' : 'off']))
}

/** The rules and texts of what is found, in order. */
function found(text: string, severities: Severities): readonly string[] {
  return checkReport(reportOf(text), severities).map(
    ({ rule, span }) => `${rule.id} ${text.slice(span.start, span.end)}`,
  )
}

describe('run', () => {
  const body = 'About this inspection\n\n1. XX files.\n\n2. [TBC] files.\n'

  it('leaves out rules that are off and puts findings in order', () => {
    assert.deepEqual(found(`Published: [TBC]\n\n${body}`, only('open-placeholder')), [
      'open-placeholder [TBC]',
      'open-placeholder XX',
      'open-placeholder [TBC]',
    ])
    assert.deepEqual(found(body, only()), [])
  })

  it('takes severities from the settings, makes to-dos hints', () => {
    const severityIn = (text: string) =>
      checkReport(reportOf(text), { ...only(), 'open-placeholder': 'error' }).map(
        each => each.severity,
      )
    assert.deepEqual(severityIn('About this inspection\n\n1. XX\n'), ['error'])
    assert.deepEqual(severityIn('Status: draft\n\nAbout this inspection\n\n1. XX\n'), ['hint'])
  })

  it('leaves out what the text says to ignore', () => {
    const rules = only('open-placeholder', 'unused-suppression')
    assert.deepEqual(
      found(`<!-- inspection-reports ignore-file open-placeholder: an example -->\n${body}`, rules),
      [],
    )
    assert.deepEqual(
      found(
        body.replace('1. XX', '<!-- inspection-reports ignore open-placeholder -->\n1. XX'),
        rules,
      ),
      ['open-placeholder [TBC]'],
    )
    assert.deepEqual(
      found(
        body.replace('1. XX', '<!-- inspection-reports ignore open-note -->\n1. XX'),
        only('open-placeholder'),
      ),
      ['open-placeholder XX', 'open-placeholder [TBC]'],
    )
  })

  it('ignores what is under a heading, in a list or in the cover', () => {
    const comment = '<!-- inspection-reports ignore open-placeholder: agreed -->\n'
    const rules = only('open-placeholder', 'unused-suppression')
    for (const text of [
      `About this inspection\n\n1. Text:\n\n${comment}- XX\n- XX\n  - XX\n\n2. Text.\n`,
      `${comment}Published: XX\n\n${body.replace('XX', '12').replace('[TBC]', '12')}`,
      `About this inspection\n\n${comment}\n1. XX files,\nof them XX good.\n`,
    ])
      assert.deepEqual(found(text, rules), [], text)
  })

  it('finds nothing inside notes and comments but the notes', () => {
    const text =
      'About this inspection\n\n1. Text. [Note AB: XX or [TBC]?]\n\n<!-- XX [Note AB: no] -->\n'
    assert.deepEqual(found(text, only('open-placeholder', 'open-note')), [
      'open-note [Note AB: XX or [TBC]?]',
    ])
  })
})
