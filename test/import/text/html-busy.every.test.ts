import assert from 'node:assert/strict'
import { htmlToText } from '../../../server/src/import/text/html/html'

describe('pasting HTML that only keeps a program busy', () => {
  const cases: Readonly<Record<string, () => string>> = {
    'elements a hundred thousand deep': () => `<h1>x</h1>${'<div>'.repeat(100_000)}`,
    'tables in tables': () => '<table><tr><td>'.repeat(50_000),
    'looks that are taken up again in each paragraph': () =>
      '<h1>x</h1>' +
      Array.from({ length: 2000 }, (_, at) => `<font size=${at}>`).join('') +
      '<p>x'.repeat(2000),
    'attributes without end': () =>
      `<h1>x</h1><p ${Array.from({ length: 20_000 }, (_, at) => `a${at}`).join(' ')}>y`,
    'empty cells that fill up short rows': () =>
      `<table><tr>${'<td colspan=50>x'.repeat(400)}${'<tr><td>y'.repeat(400)}</table>`,
    'cells that go on in rows below': () =>
      `<table><tr>${'<td rowspan=50 colspan=50>x'.repeat(400)}${'<tr><td>y'.repeat(40)}</table>`,
    'a million line breaks': () => `<h1>x</h1>${'<br>'.repeat(1_000_000)}`,
  }
  for (const [name, html] of Object.entries(cases))
    it(`leaves it to the plain text: ${name}`, () => assert.equal(htmlToText(html()), undefined))

  it('reads what is only long: a million "<", comments without end, cells over a thousand million columns', () => {
    assert.match(htmlToText(`<h1>x</h1>${'<'.repeat(1_000_000)}`) ?? '', /^## x\n\n<{1000}/)
    assert.equal(htmlToText(`<h1>x</h1>${'<!-- '.repeat(200_000)}`), '## x\n')
    const wide =
      htmlToText('<table><tr><td colspan=1000000000>a<td rowspan=1000000000>b</table>') ?? ''
    assert.ok(wide.length < 2000 && wide.includes('| a |'))
  })
})
