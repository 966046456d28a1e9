import assert from 'node:assert/strict'
import { wordToLeave } from '../../../server/src/import/leaving/word-contents'
import { finish } from '../../../server/src/text/steps'
import { paragraph, run } from '../word/word-file'
import { amid, each, foundIn, inParagraph, planted } from './planted'

const look = (look: string, text: string) =>
  `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const by = 'w:author="Ann Quill" w:date="2026-01-01T00:00:00Z"'
const people = 'properties | Names of those who changed or commented it | Ann Quill | '

describe('what a Word document carries besides its text', () => {
  it('is nothing in a plain one', () => {
    assert.deepEqual(foundIn({ body: inParagraph(run('good')) }), [])
  })

  describe('tracked changes', () => {
    each({
      'what was inserted': [
        { body: inParagraph(`<w:ins w:id="1" ${by}>${run('new')}</w:ins>`) },
        ['tracked-changes | Inserted | new | It is new here.', people],
      ],
      'what was deleted': [
        {
          body: inParagraph(`<w:del w:id="1" ${by}><w:r><w:delText>old</w:delText></w:r></w:del>`),
        },
        ['tracked-changes | Deleted | old | It is  here.', people],
      ],
      'what was moved': [
        {
          body: amid(
            `<w:p><w:moveFrom w:id="1"><w:r><w:t>moved</w:t></w:r></w:moveFrom>${run('From.')}</w:p><w:p>${run('To ')}<w:moveTo w:id="2">${run('moved')}</w:moveTo></w:p>`,
          ),
        },
        [
          'tracked-changes | Moved away from here | moved | From.',
          'tracked-changes | Moved to here | moved | To moved',
        ],
      ],
      'how something looks': [
        {
          body: inParagraph(
            `<w:r><w:rPr><w:b/><w:rPrChange w:id="1" ${by}><w:rPr/></w:rPrChange></w:rPr><w:t>bold</w:t></w:r>`,
          ),
        },
        ['tracked-changes | The look was changed |  | It is **bold** here.', people],
      ],
      'a paragraph that was inserted': [
        {
          body: inParagraph('', `<w:pPr><w:rPr><w:ins w:id="1" ${by}/></w:rPr></w:pPr>`),
        },
        ['tracked-changes | A paragraph, row or cell was inserted |  | It is  here.', people],
      ],
      'a paragraph that was deleted as a whole, at the one before it': [
        {
          body: amid(
            `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del w:id="2"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>`,
          ),
        },
        [
          'tracked-changes | A paragraph, row or cell was deleted |  | The first one.',
          'tracked-changes | Deleted | gone | The first one.',
        ],
      ],
      'a row of a table': [
        {
          body: amid(
            `<w:tbl><w:tr><w:trPr><w:ins w:id="1" ${by}/></w:trPr><w:tc>${paragraph('a')}</w:tc><w:tc>${paragraph('b')}</w:tc></w:tr></w:tbl>`,
          ),
        },
        ['tracked-changes | A paragraph, row or cell was inserted |  | ', people],
      ],
      'in a footnote': [
        {
          body: inParagraph('<w:r><w:footnoteReference w:id="2"/></w:r>'),
          footnotes: `<w:footnote w:id="2"><w:p><w:ins w:id="1" ${by}>${run('note')}</w:ins></w:p></w:footnote>`,
        },
        ['tracked-changes | Inserted | note | Footnote', people],
      ],
      'in a page footer': [
        {
          body: inParagraph(''),
          footer: `<w:p><w:del w:id="1" ${by}><w:r><w:delText>v2</w:delText></w:r></w:del>${run('Page')}</w:p>`,
        },
        ['tracked-changes | Deleted | v2 | Page footer', people],
      ],
      'in a text box, once': [
        {
          body: inParagraph(
            `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:ins w:id="1">${run('boxed')}</w:ins></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:ins w:id="1">${run('boxed')}</w:ins></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
          ),
        },
        ['tracked-changes | Inserted | boxed | boxed'],
      ],
    })
  })

  describe('comments', () => {
    const comment = (id: number, text: string) =>
      `<w:comment w:id="${id}" w:author="Ann Quill"><w:p>${run(text)}</w:p></w:comment>`
    const reference = '<w:r><w:commentReference w:id="0"/></w:r>'
    each({
      'at words': [
        { body: inParagraph(reference), comments: comment(0, 'Sure?') },
        ['comments | Comment by Ann Quill | Sure? | It is [Note Ann Quill: Sure?] here.', people],
      ],
      'at words that were deleted': [
        {
          body: inParagraph(
            `<w:del w:id="1">${reference}<w:r><w:delText>x</w:delText></w:r></w:del>`,
          ),
          comments: comment(0, 'Sure?'),
        },
        [
          'tracked-changes | Deleted | x | It is [Note Ann Quill: Sure?] here.',
          'comments | Comment by Ann Quill | Sure? | It is [Note Ann Quill: Sure?] here.',
          people,
        ],
      ],
      'at no words': [
        { body: inParagraph(''), comments: comment(3, 'Lost.') },
        ['comments | Comment by Ann Quill | Lost. | At no words', people],
      ],
    })

    it('are told apart from notes that somebody typed', () => {
      const { text, contents } = finish(
        wordToLeave(
          planted({
            body: inParagraph(`${reference}${run(' [Note BC: typed]')}`),
            comments: comment(0, 'Sure?'),
          }),
        ),
      )
      const note = (words: string) => {
        const start = text.indexOf(words)
        return { start, end: text.indexOf(']', start) + 1 }
      }
      assert.equal(contents.isTyped(note('[Note Ann')), false)
      assert.equal(contents.isTyped(note('[Note BC')), true)
    })
  })

  describe('words that are not meant to be read', () => {
    const style = (id: string, look: string, type = 'character') =>
      `<w:style w:type="${type}" w:styleId="${id}"><w:rPr>${look}</w:rPr></w:style>`
    each({
      'hidden text': [
        { body: inParagraph(`${look('<w:vanish/>', 'secret')}${look('<w:vanish/>', ' words')}`) },
        ['hidden-text |  | secret words | It is  here.'],
      ],
      'text that its style hides': [
        {
          body: inParagraph(look('<w:rStyle w:val="H"/>', 'secret')),
          styles: style('H', '<w:vanish/>'),
        },
        ['hidden-text |  | secret | It is  here.'],
      ],
      'text that is struck out': [
        { body: inParagraph(look('<w:strike/>', 'old')) },
        ['struck-text |  | old | It is  here.'],
      ],
      'text that is struck out twice': [
        { body: inParagraph(look('<w:dstrike/>', 'old')) },
        ['struck-text |  | old | It is  here.'],
      ],
      highlighting: [
        { body: inParagraph(look('<w:highlight w:val="yellow"/>', 'why')) },
        ['highlighting |  | why | It is why [Note: highlighted in Word] here.'],
      ],
      'not what is not hidden, struck out or highlighted any more': [
        {
          body: inParagraph(
            look(
              '<w:vanish w:val="0"/><w:strike w:val="false"/><w:highlight w:val="none"/>',
              'plain',
            ),
          ),
        },
        [],
      ],
    })
  })

  describe('what leads elsewhere', () => {
    const field = (instruction: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('shown')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const fetches = (instruction: string) => [
      `fetching | A field fetches | ${instruction} | It is shown here.`,
    ]
    each({
      'a picture that is fetched': [
        { body: inParagraph(field('INCLUDEPICTURE "http://x.example/a.png" \\d')) },
        fetches('INCLUDEPICTURE "http://x.example/a.png" \\d'),
      ],
      'a link to a workbook': [
        { body: inParagraph(field(' LINK Excel.Sheet.12 "S:\\a.xlsx"')) },
        fetches('LINK Excel.Sheet.12 "S:\\a.xlsx"'),
      ],
      'an instruction in pieces': [
        {
          body: inParagraph(field('DD</w:instrText></w:r><w:r><w:instrText>EAUTO cmd "/c"')),
        },
        fetches('DDEAUTO cmd "/c"'),
      ],
      'a simple field': [
        {
          body: inParagraph(
            `<w:fldSimple w:instr="INCLUDETEXT a.docx">${run('shown')}</w:fldSimple>`,
          ),
        },
        fetches('INCLUDETEXT a.docx'),
      ],
      'not the number of a page': [{ body: inParagraph(field('PAGE \\* MERGEFORMAT')) }, []],
      'a template on a computer': [
        {
          body: inParagraph(''),
          parts: {
            'word/settings.xml': '<w:settings xmlns:w="x"/>',
            'word/_rels/settings.xml.rels':
              '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="file:///C:\\Users\\aquill\\report.dotx" TargetMode="External"/></Relationships>',
          },
        },
        ['fetching | Where its template is | file:///C:\\Users\\aquill\\report.dotx | '],
      ],
      'a picture elsewhere': [
        {
          body: inParagraph(''),
          related: [{ type: 'image', target: 'https://x.example/a.png', isOutside: true }],
        },
        ['fetching | It fetches something from | https://x.example/a.png | '],
      ],
      'a link into a shared folder': [
        { body: inParagraph(''), links: { l: 'file://server/drafts/a.docx' } },
        ['fetching | A link leads to | file://server/drafts/a.docx | '],
      ],
      'not a link to a page': [{ body: inParagraph(''), links: { l: 'https://x.example/' } }, []],
    })
  })

  describe('files and programs inside', () => {
    const embedded = (type: string, target: string) => ({
      body: inParagraph(''),
      related: [{ type, target }],
    })
    each({
      'a workbook': [
        embedded('package', 'embeddings/figures.xlsx'),
        ['embedded | A file inside | word/embeddings/figures.xlsx | '],
      ],
      'an object of an old program': [
        embedded('oleObject', 'embeddings/oleObject1.bin'),
        ['embedded | A file inside | word/embeddings/oleObject1.bin | '],
      ],
      'a macro': [
        embedded(
          'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
          'vbaProject.bin',
        ),
        ['embedded | A program or add-in | word/vbaProject.bin | '],
      ],
      'another document': [
        embedded('aFChunk', 'chunk.html'),
        ['embedded | A program or add-in | word/chunk.html | '],
      ],
      'the workbook of a chart': [
        {
          body: inParagraph(''),
          parts: {
            'word/charts/_rels/chart1.xml.rels':
              '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/package" Target="../embeddings/figures.xlsx"/></Relationships>',
          },
        },
        ['embedded | A file inside | word/embeddings/figures.xlsx | '],
      ],
    })
  })

  describe('draft marks', () => {
    each({
      'in a page footer': [
        { body: inParagraph(''), footer: paragraph('Draft for comment') + paragraph('Page 2') },
        ['draft-marks |  | Draft for comment | Page footer'],
      ],
      'in a watermark': [
        {
          body: inParagraph(''),
          footer: `<w:p><w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r></w:p>`,
        },
        ['draft-marks | Watermark | DRAFT | Page footer'],
      ],
      'not a title of the report': [
        { body: inParagraph(''), footer: paragraph('Inspection of Westmarch') },
        [],
      ],
    })
  })
})
