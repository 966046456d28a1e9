/** Word documents that are forms: fields of both generations, and texts that only guide whoever fills them in. */

import assert from 'node:assert/strict'
import { readWord } from '../../../server/src/import/word/read'
import { paragraph, run, wordFile } from './word-file'

const read = (parts: Parameters<typeof wordFile>[0]) => {
  const { text, changes } = readWord(wordFile(parts))
  return {
    lines: text.split('\n').filter(Boolean),
    changes: changes.map(({ message, before, after }) => [message, before ?? after]),
  }
}
const prompt = (content: string) =>
  `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
const fieldPart = (type: string, data = '') =>
  `<w:r><w:fldChar w:fldCharType="${type}">${data}</w:fldChar></w:r>`
const field = (code: string, data = '', shown = '') =>
  `${fieldPart('begin', data)}<w:r><w:instrText> ${code} </w:instrText></w:r>${fieldPart('separate')}${shown}${fieldPart('end')}`
const cell = (content: string) => `<w:tc>${content}</w:tc>`

describe('a form in Word', () => {
  it('is not filled in where a whole cell is a field', () => {
    const { lines, changes } = read({
      body: `<w:tbl><w:tr>${cell(paragraph('Staying safe'))}${prompt(cell(paragraph('Choose an item.')))}</w:tr><w:tr>${cell(paragraph('Being healthy'))}${cell(prompt(paragraph('Choose a grade.')))}</w:tr></w:tbl>`,
    })
    assert.deepEqual(lines.slice(2), ['| Staying safe | [TBC] |', '| Being healthy | [TBC] |'])
    assert.deepEqual(
      changes.map(([, before]) => before),
      ['Choose an item.', 'Choose a grade.'],
    )
  })

  it('has the grade that was chosen from a list of the old kind, and ticks', () => {
    const grades =
      '<w:listEntry w:val="Outstanding"/><w:listEntry w:val="Good"/><w:listEntry w:val="Adequate"/>'
    const list = (chosen: string) => `<w:ffData><w:ddList>${chosen}${grades}</w:ddList></w:ffData>`
    const tick = (state: string) => `<w:ffData><w:checkBox>${state}</w:checkBox></w:ffData>`
    const { lines } = read({
      body:
        `<w:p>${run('Now: ')}${field('FORMDROPDOWN', list('<w:result w:val="1"/>'))}</w:p>` +
        `<w:p>${run('Before: ')}${field('FORMDROPDOWN', list('<w:default w:val="2"/>'))}</w:p>` +
        `<w:p>${field('FORMCHECKBOX', tick('<w:default w:val="0"/><w:checked/>'))}${run(' Yes ')}${field('FORMCHECKBOX', tick('<w:default w:val="0"/>'))}${run(' No')}</w:p>`,
    })
    assert.deepEqual(lines, ['Now: Good', 'Before: Adequate', '☒ Yes ☐ No'])
  })

  it('marks what a click would replace', () => {
    const { lines, changes } = read({
      body: `<w:p>${run('Lead inspector: ')}${fieldPart('begin')}<w:r><w:instrText> MACROBUTTON NoMacro [Click and type a name] </w:instrText></w:r>${fieldPart('end')}</w:p>`,
    })
    assert.deepEqual(lines, ['Lead inspector: [TBC]'])
    assert.deepEqual(changes, [
      ['Marked a field that is not filled in.', '[Click and type a name]'],
    ])
  })

  it('loses the guidance that a style hides', () => {
    const style = (type: string, id: string, more: string) =>
      `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/>${more}</w:style>`
    const { lines, changes } = read({
      styles:
        style('paragraph', 'Guidance', '<w:rPr><w:vanish/></w:rPr>') +
        style('paragraph', 'Inner', '<w:basedOn w:val="Guidance"/>') +
        style('character', 'Hint', '<w:rPr><w:vanish/></w:rPr>'),
      body:
        paragraph('Say how good leaders are.', '<w:pStyle w:val="Inner"/>') +
        `<w:p>${run('Leaders')}<w:r><w:rPr><w:rStyle w:val="Hint"/></w:rPr><w:t> (all of them)</w:t></w:r>${run(' do well.')}</w:p>` +
        `<w:p><w:pPr><w:pStyle w:val="Guidance"/></w:pPr><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Shown again.</w:t></w:r></w:p>`,
    })
    assert.deepEqual(lines, ['Leaders do well.', 'Shown again.'])
    assert.deepEqual(changes, [
      ['Left out hidden text.', 'Say how good leaders are.'],
      ['Left out hidden text.', '(all of them)'],
    ])
  })
})
