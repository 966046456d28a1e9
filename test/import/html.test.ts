/** Reading what Word puts on the clipboard. */

import assert from 'node:assert/strict'
import { htmlToText } from '../../server/src/import/text/html'

const read = (body: string) =>
  htmlToText(
    `<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><style>p.MsoNormal {}</style></head><body><!--StartFragment-->${body}<!--EndFragment--></body></html>`,
  )

describe('HTML from Word', () => {
  it('keeps headings, and the numbers that Word writes before a paragraph', () => {
    assert.equal(
      read(
        '<h2>Overall effectiveness<o:p></o:p></h2>\r\n' +
          "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]>" +
          "<span style='mso-list:Ignore'>12.<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span>" +
          '<![endif]>The overall\r\neffectiveness is <b>good</b>.<o:p></o:p></p>',
      ),
      '### Overall effectiveness\n\n12. The overall effectiveness is good.\n',
    )
  })

  it('writes bullets as dashes', () => {
    const item = (mark: string, text: string) =>
      `<p class=MsoListParagraphCxSpMiddle style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>${mark}<span>&nbsp; </span></span>${text}</p>`
    assert.equal(read(item('·', 'one') + item('o', 'two')), '- one\n- two\n')
  })

  it('keeps tables', () => {
    assert.equal(
      read(
        '<table class=MsoTableGrid><tr><td><p class=MsoNormal>Staying safe</p></td><td><p class=MsoNormal>Good</p></td></tr></table>',
      ),
      '| | |\n| --- | --- |\n| Staying safe | Good |\n',
    )
  })

  it('leaves out styles, comments and deleted text', () => {
    assert.equal(
      read('<style>x</style><!-- y --><p class=MsoNormal>a <del>b</del><ins>c</ins></p>'),
      'a c\n',
    )
  })

  it('is not read where it comes from elsewhere', () => {
    assert.equal(htmlToText('<p>Text</p>'), undefined)
  })
})
