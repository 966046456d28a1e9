import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fixAll } from '../../../server/src/features/edit/fix-all'

const samples = path.resolve(import.meta.dirname, '../samples')
const clean = readFileSync(path.join(samples, 'westmarch.inspection.md'), 'utf8')

describe('fixAll', () => {
  it('changes nothing in a report that is right', () => {
    assert.deepEqual(fixAll(clean), { text: clean, applied: [] })
  })

  it('changes nothing in what is not a report', () => {
    const text = '# Shopping\n\nGrade 2 (adequate)\n'
    assert.deepEqual(fixAll(text), { text, applied: [] })
  })

  it('applies all safe fixes, and names them in the order of the text', () => {
    const text = clean
      .replace('#### Being healthy', '#### Being helthy')
      .replace('#### Staying safe', '#### Stayng safe')
    assert.deepEqual(fixAll(text), {
      text: clean,
      applied: [
        { rule: 'misspelt-heading', title: 'Write "Being healthy"' },
        { rule: 'misspelt-heading', title: 'Write "Staying safe"' },
      ],
    })
  })

  it('keeps line ends', () => {
    const crlf = clean.replaceAll('\n', '\r\n')
    assert.equal(fixAll(crlf.replace('#### Staying safe', '#### Stayng safe')).text, crlf)
  })

  it('leaves alone what is off, and the other rules where one is asked for', () => {
    const text = clean.replace('#### Staying safe', '#### Stayng safe')
    assert.equal(fixAll(text, { severities: { 'misspelt-heading': 'off' } }).text, text)
    assert.equal(fixAll(text, { rules: new Set(['missing-grade']) }).text, text)
    assert.equal(fixAll(text, { rules: new Set(['misspelt-heading']) }).text, clean)
  })

  const names = [
    'westmarch-with-problems.inspection.md',
    'westmarch-draft.inspection.md',
    'westmarch-extracted.txt',
  ]
  for (const name of names) {
    it(`is done after one time: ${name}`, () => {
      const once = fixAll(readFileSync(path.join(samples, name), 'utf8')).text
      assert.deepEqual(fixAll(once), { text: once, applied: [] })
    })
  }
})
