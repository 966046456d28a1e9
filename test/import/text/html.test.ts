/** Reading what Word puts on the clipboard. */

import assert from 'node:assert/strict'
import { htmlToText } from '../../../server/src/import/text/html/html'

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
      '### Overall effectiveness\n\n12. The overall effectiveness is **good**.\n',
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

  const cell = (content: string, attributes = '') =>
    `<td width=301 valign=top${attributes} style='border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt'><p class=MsoNormal style='margin-bottom:0cm'>${content}<o:p></o:p></p></td>`
  const row = (...cells: readonly string[]) => `<tr style='mso-yfti-irow:0'>${cells.join('')}</tr>`
  const table = (...rows: readonly string[]) =>
    `<table class=MsoTableGrid border=1 cellspacing=0>${rows.join('\r\n ')}</table>`

  it('keeps cells at their places in tables that have titles, merged cells and tables inside', () => {
    assert.equal(
      read(
        table(
          row(cell('<b>Who</b>'), cell('<b>What</b>'), cell('<b>When</b>')),
          row(cell('Pilots', ' rowspan=2'), cell('Ships', ' colspan=2')),
          row(cell(table(row(cell('a'), cell('b')))), cell('daily | weekly')),
        ),
      ),
      '| Who | What | When |\n| --- | --- | --- |\n| Pilots | Ships | |\n| | a b | daily \\| weekly |\n',
    )
  })

  it('reads a table of one column as the text that it frames', () => {
    assert.equal(
      read(table(`<tr><td><p class=MsoNormal>One.</p><p class=MsoNormal>Two.</p></td></tr>`)),
      'One.\n\nTwo.\n',
    )
  })

  it('nests lists by their levels, and keeps smart quotes and spaces that do not break', () => {
    const item = (level: number, mark: string, text: string) =>
      `<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:"Courier New";mso-fareast-font-family:"Courier New"'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]><span lang=EN-GB>${text}<o:p></o:p></span></p>`
    assert.equal(
      read(
        item(1, '·', 'the council&#8217;s &#8220;front door&#8221;') +
          item(2, 'o', '318&nbsp;children') +
          item(1, '·', 'schools'),
      ),
      '- the council’s “front door”\n  - 318 children\n- schools\n',
    )
  })

  it('keeps bold and italics, but not those of a heading', () => {
    assert.equal(
      read(
        "<h1><b>Staying safe</b></h1><p class=MsoNormal>See <i style='mso-bidi-font-style:normal'>Working Well</i>, <span style='font-weight:bold'>all</span> of it.</p>",
      ),
      '## Staying safe\n\nSee *Working Well*, **all** of it.\n',
    )
  })

  it('has comments as notes at their place', () => {
    assert.equal(
      read(
        '<p class=MsoNormal><a style=\'mso-comment-reference:AB_1;mso-comment-date:20260110T1000\'>Good</a><span class=MsoCommentReference><span style=\'font-size:8.0pt\'><![if !supportAnnotations]><a class=msocomanchor id="_anchor_1" href="#_msocom_1" name="_msoanchor_1">[AB1]</a><![endif]><span style=\'mso-special-character:comment\'>&nbsp;</span></span></span> work.</p>' +
          '<div style=\'mso-element:comment-list\'><hr class=msocomoff><div style=\'mso-element:comment\'><div id="_com_1" class=msocomtxt><span style=\'mso-comment-author:"Anne Bell"\'></span><p class=MsoCommentText><span class=MsoCommentReference><a href="#_msoanchor_1" class=msocomoff>[AB1]</a></span>Check [it].</p></div></div></div>',
      ),
      'Good [Note AB: Check (it).] work.\n',
    )
  })

  it('has footnotes as a draft has them', () => {
    assert.equal(
      read(
        '<p class=MsoNormal>The board<a style=\'mso-footnote-id:ftn1\' href="#_ftn1"><span class=MsoFootnoteReference><![if !supportFootnotes]>[1]<![endif]></span></a> met.</p>' +
          "<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href=\"#_ftnref1\"><span class=MsoFootnoteReference>[1]</span></a> Each month.</p></div></div>",
      ),
      'The board[^1] met.\n\n[^1]: Each month.\n',
    )
  })

  it('leaves out hidden text and the codes of fields', () => {
    assert.equal(
      read(
        "<p class=MsoNormal>See paragraph <!--[if supportFields]><span style='mso-element:field-begin'></span> REF x <![endif]-->14<span style='display:none;mso-hide:all'>secret</span>.</p>",
      ),
      'See paragraph 14.\n',
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
