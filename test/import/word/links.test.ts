/** Links of a Word document are links of the draft; an address that cannot be written is listed. */

import assert from 'node:assert/strict'
import { readWord } from '../../../server/src/import/word/read'
import { paragraph, run, wordFile } from './word-file'

const links = {
  r9: 'https://example.org/plan',
  r10: 'mailto:team@example.org',
  r11: 'file:///S:/plan.docx',
  r12: 'https://example.org/a (b)|c',
}
const read = (body: string, more: Omit<Parameters<typeof wordFile>[0], 'body'> = {}) => {
  const { text, changes } = readWord(wordFile({ body, links, ...more }))
  return {
    lines: text.split('\n').filter(Boolean),
    listed: changes.filter(({ kind }) => kind === 'link').map(({ before }) => before),
  }
}
const p = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`
const link = (id: string, words: string, more = '') =>
  `<w:hyperlink r:id="${id}"${more}>${words}</w:hyperlink>`
const part = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
const field = (code: string, words: string) =>
  `${part('begin')}<w:r><w:instrText> ${code} </w:instrText></w:r>${part('separate')}${words}${part('end')}`
const bold = (text: string) => `<w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r>`
const toPlan = 'https://example.org/plan'

describe('a link in a Word document', () => {
  for (const [name, words, written] of [
    ['', link('r9', run('the plan')), `[the plan](${toPlan})`],
    ['in pieces', link('r9', run('the ') + run('pl') + run('an')), `[the plan](${toPlan})`],
    ['in bold', link('r9', bold('the plan')), `[**the plan**](${toPlan})`],
    ['to a place', link('r9', run('the plan'), ' w:anchor="p3"'), `[the plan](${toPlan}#p3)`],
    ['to a mailbox', link('r10', run('the team')), '[the team](mailto:team@example.org)'],
    [
      'with brackets, spaces and bars in its address',
      link('r12', run('the plan')),
      '[the plan](https://example.org/a%20%28b%29%7cc)',
    ],
    ['as a field', field(`HYPERLINK "${toPlan}"`, run('the plan')), `[the plan](${toPlan})`],
    [
      'as a field that begins with a switch',
      field(`HYPERLINK \\o "A tip" \\n "${toPlan}"`, run('the ') + run('plan')),
      `[the plan](${toPlan})`,
    ],
    ['as a field without quotes', field(`HYPERLINK ${toPlan} \\h`, run('it')), `[it](${toPlan})`],
    [
      'as a field around another',
      field(`HYPERLINK "${toPlan}"`, field('REF a', run('the ')) + run('plan')),
      `[the plan](${toPlan})`,
    ],
    [
      'as a field in one piece',
      `<w:fldSimple w:instr="HYPERLINK &quot;${toPlan}&quot;">${run('it')}</w:fldSimple>`,
      `[it](${toPlan})`,
    ],
    [
      'as a field in one run',
      `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK "${toPlan}"</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>it</w:t><w:fldChar w:fldCharType="end"/></w:r>`,
      `[it](${toPlan})`,
    ],
  ] as const)
    it(`is one in the draft: ${name || 'as Word writes it'}`, () => {
      const body = p(run('See '), words, run(', which is new.'))
      assert.deepEqual(read(body), { lines: [`See ${written}, which is new.`], listed: [] })
    })

  for (const [name, words] of [
    ['its address', link('r9', run('www: example.org/plan'))],
    ['its address, as a field', field(`HYPERLINK "http://www.a.org/b/"`, run('www.a.org/b'))],
    ['its mailbox', link('r10', run('team@example.org'))],
    ['a place in the document', `<w:hyperlink w:anchor="a">${run('Page 3')}</w:hyperlink>`],
    ['a place in the document, as a field', field('HYPERLINK \\l "_Toc1"', run('Page 3'))],
    ['nothing', link('r99', run('Page 3'))],
  ] as const)
    it(`is only its words where these are ${name}`, () => {
      const { lines, listed } = read(p(words))
      assert.doesNotMatch(lines.join(), /[[\]]/)
      assert.deepEqual(listed, [])
    })

  for (const [name, body, line] of [
    ['to a file', p(link('r11', run('the plan'))), 'the plan'],
    ['with brackets in its words', p(link('r9', run('the plan [2]'))), 'the plan [2]'],
    [
      'in a heading',
      `<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>${link('r9', run('Staying safe'))}</w:p>`,
      '### Staying safe',
    ],
  ] as const)
    it(`keeps its words, and its address is listed: ${name}`, () => {
      const { lines, listed } = read(body)
      assert.deepEqual([lines, listed.length], [[line], 1])
    })

  it('in a footnote has the address that the footnotes know', () => {
    const footnotes = `<w:footnote w:id="1">${p(link('f1', run('the plan')))}</w:footnote>`
    const body = p(run('It acts.'), '<w:r><w:footnoteReference w:id="1"/></w:r>')
    const footnoteLinks = { f1: 'https://example.org/other', r9: 'https://example.org/wrong' }
    assert.equal(
      read(body, { footnotes, footnoteLinks }).lines.at(-1),
      '[^1]: [the plan](https://example.org/other)',
    )
  })

  it('in deleted text is deleted too', () => {
    const gone = link('r9', '<w:r><w:delText>the plan</w:delText></w:r>')
    const body = p(`<w:del w:author="AB">${gone}</w:del>`) + paragraph('Text.')
    assert.deepEqual(read(body), { lines: ['Text.'], listed: [] })
  })
})
