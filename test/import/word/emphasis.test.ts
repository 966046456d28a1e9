/** What is bold or italic in Word, with the marks of a draft. */

import assert from 'node:assert/strict'
import { readWord } from '../../../server/src/import/word/read'
import { paragraph, run, wordFile } from './word-file'

const looks = { b: '<w:b/>', i: '<w:i/>', bi: '<w:b/><w:i/>', off: '<w:b w:val="0"/>' }

/** A run that looks like that, or has other properties. */
function styled(look: keyof typeof looks | `<${string}`, text: string): string {
  const properties = look in looks ? looks[look as keyof typeof looks] : look
  return run(text).replace('<w:r>', `<w:r><w:rPr>${properties}</w:rPr>`)
}

const read = (body: string, more: Partial<Parameters<typeof wordFile>[0]> = {}) =>
  readWord(wordFile({ body, ...more })).text.trim()
const line = (...runs: readonly string[]) => read(`<w:p>${runs.join('')}</w:p>`)

describe('bold and italic in Word', () => {
  it('become marks, without the white space at their edges', () => {
    assert.equal(
      line(
        run('The '),
        styled('b', 'whole '),
        run('book, '),
        styled('i', 'Staying Well'),
        run('.'),
      ),
      'The **whole** book, *Staying Well*.',
    )
    assert.equal(
      line(styled('bi', 'Both'), run(' and '), styled('off', 'none')),
      '***Both*** and none',
    )
  })

  it('are one stretch over runs, spaces, notes and footnote marks', () => {
    const comments = `<w:comment w:id="1" w:author="Anne Bell" w:initials="AB">${paragraph('Who?')}</w:comment>`
    assert.equal(
      read(
        `<w:p>${styled('b', 'Her')}${run(' ')}${styled('b', 'Majesty’s')}<w:r><w:commentReference w:id="1"/></w:r>${styled('b', ' Inspector')}</w:p>`,
        { comments },
      ),
      '**Her Majesty’s [Note Anne Bell: Who?] Inspector**',
    )
  })

  it('come from a style of characters, not from that of the paragraph', () => {
    const styles =
      '<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="P"><w:name w:val="Lead"/><w:rPr><w:b/></w:rPr></w:style>'
    assert.equal(
      read(
        `<w:p><w:pPr><w:pStyle w:val="P"/></w:pPr>${run('A ')}${styled('<w:rStyle w:val="S"/>', 'strong')}${run(' lead')}</w:p>`,
        { styles },
      ),
      'A **strong** lead',
    )
  })

  it('are left out inside a word, around nothing but marks, and in headings', () => {
    assert.equal(line(styled('b', 'G'), run('ood'), styled('b', ':')), 'Good:')
    assert.equal(
      read(`<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>${styled('b', 'Staying safe')}</w:p>`),
      '## Staying safe',
    )
  })

  it('leave numbers and list marks that are typed, and grade lines, as they are', () => {
    assert.equal(line(styled('b', '12. Staff'), run(' stay.')), '12. **Staff** stay.')
    assert.equal(line(styled('b', '• First')), '• **First**')
    assert.equal(line(run('Grade 2 ('), styled('b', 'good'), run(')')), 'Grade 2 (good)')
  })

  it('are marked on each line of a paragraph', () => {
    assert.equal(
      line(styled('b', 'Inspection of'), '<w:r><w:br/></w:r>', styled('b', 'services')),
      '**Inspection of**\n**services**',
    )
  })
})
