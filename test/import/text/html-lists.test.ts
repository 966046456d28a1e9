/** Reading lists and headings that programs other than Word put on the clipboard as HTML. */

import assert from 'node:assert/strict'
import { htmlToText } from '../../../server/src/import/text/html/html'

const fragment = (body: string) =>
  `<html><body><!--StartFragment-->${body}<!--EndFragment--></body></html>`
const read = (body: string) => htmlToText(fragment(body))

describe('HTML from Outlook', () => {
  it('has the numbers of its lists, which go on where they are told to', () => {
    const item = (text: string) =>
      `<li class=MsoListParagraph style='margin-left:0cm;mso-list:l0 level1 lfo1'>${text}<o:p></o:p></li>`
    assert.equal(
      read(
        `<ol style='margin-top:0cm' start=12 type=1>${item('One.')}${item('Two.')}</ol>` +
          `<ul type=disc>${item('ships')}<ul type=circle>${item('boats')}</ul></ul>` +
          `<ol start=1 type=a>${item('pilots')}${item('crews')}</ol>`,
      ),
      '12. One.\n\n13. Two.\n\n- ships\n  - boats\n(a) pilots\n(b) crews\n',
    )
  })

  it('is read whatever levels and numbers it names', () => {
    assert.equal(read('<ol type=a start=0><li aria-level="0">pilots</li></ol>'), '(0) pilots\n')
    assert.equal(
      read(
        `<p class=MsoListParagraph style='mso-list:l0 level0 lfo1'><span style='mso-list:Ignore'>·</span>ships</p>`,
      ),
      '- ships\n',
    )
  })

  it('goes on after the last letter, and counts in Roman numerals as far as need be', () => {
    assert.equal(
      read('<ol type=a start=26><li>pilots</li><li>crews</li></ol>'),
      '(z) pilots\n(aa) crews\n',
    )
    assert.equal(
      read('<ol type=i start=13><li>ships</li><li>boats</li></ol>'),
      '(xiii) ships\n(xiv) boats\n',
    )
  })
})

describe('HTML from Word for the web', () => {
  const part = 'class="OutlineElement Ltr SCXW12 BCX0"'
  const text = (words: string) =>
    `<span data-contrast="auto" class="TextRun SCXW12 BCX0"><span class="NormalTextRun">${words}</span></span><span class="EOP" data-ccp-props="{}">&nbsp;</span>`

  it('has headings, and lists whose levels are side by side', () => {
    const bullet = (level: number, words: string) =>
      `<div class="ListContainerWrapper"><ul class="BulletListStyle${level}"><li data-leveltext="" data-aria-level="${level}" ${part}><p class="Paragraph">${text(words)}</p></li></ul></div>`
    assert.equal(
      read(
        `<div ${part}><p class="Paragraph" role="heading" aria-level="2">${text('Staying safe')}</p></div>` +
          `<div class="ListContainerWrapper"><ol class="NumberListStyle1" start="9"><li data-leveltext="%1." data-aria-level="1" ${part}><p class="Paragraph">${text('Staff say:')}</p></li></ol></div>` +
          `${bullet(1, 'ships')}${bullet(2, 'boats')}`,
      ),
      '### Staying safe\n\n9. Staff say:\n\n- ships\n  - boats\n',
    )
  })
})

describe('HTML from Google Docs', () => {
  it('is not bold as a whole, and keeps lists and tables', () => {
    const cell = (words: string) => `<td><p dir="ltr"><span>${words}</span></p></td>`
    assert.equal(
      read(
        '<b style="font-weight:normal;" id="docs-internal-guid-1"><h2><span style="font-weight:400;">Leaders</span></h2>' +
          '<ol start="7"><li style="list-style-type:decimal" aria-level="1"><p role="presentation"><span style="font-weight:400;">They are </span><span style="font-weight:700;">good</span><span style="font-weight:400;">.</span></p></li>' +
          '<ol><li style="list-style-type:lower-roman" aria-level="2"><p>one</p></li></ol></ol>' +
          `<table><tbody><tr>${cell('Staying safe')}${cell('Good')}</tr></tbody></table></b>`,
      ),
      '### Leaders\n\n7. They are **good**.\n\n  (i) one\n\n| | |\n| --- | --- |\n| Staying safe | Good |\n',
    )
  })
})

describe('HTML from a browser', () => {
  it('is read for its headings, lists and tables, and is better plain without any', () => {
    assert.equal(
      read('<h2>Leaders</h2><ul><li>one</li><li><p>two</p><p>and more</p></li></ul><p>Text.</p>'),
      '### Leaders\n\n- one\n- two\n\nand more\n\nText.\n',
    )
    assert.equal(read('<div style="color: #fff"><span>1. Text</span></div>'), undefined)
  })
})
