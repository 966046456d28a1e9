/** Word documents of every make that comments are put into, each with the words that they are about. */

import {
  definition,
  inList,
  level,
  list,
  paragraph,
  run,
  table,
  type WordParts,
} from '../word/word-file'

export const title = paragraph('Inspection of safeguarding and looked after children services')

export const looks = (text: string, look: string) =>
  run(text).replace('<w:t', `<w:rPr>${look}</w:rPr><w:t`)
export const cell = (content: string) => `<w:tc>${content}</w:tc>`
export const row = (...cells: readonly string[]) =>
  `<w:tr>${cells.map(each => cell(paragraph(each))).join('')}</w:tr>`

/** Who has made a tracked change or a comment, and its number. */
export const by = (id: number) => `w:id="${id}" w:author="Ann Brook" w:date="2026-01-02T03:04:05Z"`
export const inserted = (id: number, content: string) => `<w:ins ${by(id)}>${content}</w:ins>`
export const deleted = (id: number, text: string) =>
  `<w:del ${by(id)}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`

export const control = (content: string, more = '') =>
  `<w:sdt><w:sdtPr>${more}<w:text/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`

const fieldMark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
export const field = (instruction: string, result: string) =>
  `${fieldMark('begin')}<w:r><w:instrText> ${instruction} </w:instrText></w:r>${fieldMark('separate')}${run(result)}${fieldMark('end')}`

/** Text boxes as Word writes them now and as it did before 2010. */
export function textBoxes(text: string): readonly string[] {
  const content = `<w:txbxContent>${paragraph(text)}</w:txbxContent>`
  const old = `<w:pict><v:shape style="width:200pt;height:50pt"><v:textbox>${content}</v:textbox></v:shape></w:pict>`
  const drawing = `<w:drawing><wp:inline><wp:extent cx="2000000" cy="500000"/><wp:docPr id="1" name="Box"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="500000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>${content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>`
  const both = `<mc:AlternateContent><mc:Choice Requires="wps">${drawing}</mc:Choice><mc:Fallback>${old}</mc:Fallback></mc:AlternateContent>`
  return [old, both]
}

export interface Commented {
  readonly parts: WordParts
  /** Words of the text that is read, each of which has a comment, in their order. */
  readonly words: readonly string[]
  /** What the comments are about, where that is something else. */
  readonly about?: readonly string[]
  /**
   * The same in LibreOffice 7.4, which makes a thing in one piece of a field in a line and of a plain control, and
   * drops all comments, whoever has made them, in the first paragraph of a control around paragraphs.
   */
  readonly inLibreOffice?: readonly (string | undefined)[]
}

const [oldBox = '', newBox = ''] = textBoxes('Care is good.')

/** One document of each make. */
export const documents: Readonly<Record<string, Commented>> = {
  'with runs that are split': {
    parts: {
      body: `<w:p>${run('Care is go')}${looks('od', '<w:b/>')}${looks(' and safe', '<w:i/>')}${run('.')}</w:p>`,
    },
    words: ['good', 'and safe'],
  },
  'with tracked changes': {
    parts: {
      body: `<w:p>${run('Care is ')}${deleted(3, 'adequate')}${inserted(4, run('good and safe'))}${run(' now.')}</w:p><w:p>${inserted(6, run('Health is adequate.'))}</w:p>`,
    },
    words: ['good and', 'Health is adequate.'],
  },
  'with fields and links': {
    parts: {
      body: `<w:p>${run('See ')}${field('REF a', 'paragraph 14')}${run(', ')}<w:fldSimple w:instr=" REF b ">${run('paragraph 15')}</w:fldSimple>${run(' and ')}<w:hyperlink w:anchor="c">${run('the annex')}</w:hyperlink>${run('.')}</w:p>`,
    },
    words: ['paragraph 14', '15', 'the annex'],
    inLibreOffice: ['paragraph 14', 'paragraph 15', 'the annex'],
  },
  'with contents that Word makes': {
    parts: {
      body: `<w:p>${fieldMark('begin')}<w:r><w:instrText> TOC </w:instrText></w:r>${fieldMark('separate')}${run('Care 2')}</w:p><w:p>${run('Health 3')}</w:p><w:p>${run('Safety 4')}${fieldMark('end')}</w:p>${paragraph('Care is good.')}`,
    },
    words: ['Care', 'Health 3', 'Safety'],
  },
  'with content controls': {
    parts: {
      body: `<w:p>${run('By ')}${control(run('Ann Brook'))}${run(', lead.')}</w:p>${control(paragraph('Care is good.'))}<w:tbl>${row('Area', 'Grade')}<w:tr>${cell(paragraph('Health'))}${control(cell(paragraph('adequate')))}</w:tr></w:tbl>${paragraph('')}`,
    },
    words: ['Brook', 'Care is good.', 'adequate'],
    inLibreOffice: ['Ann Brook', undefined, undefined],
  },
  'with tables in tables': {
    parts: {
      body: `<w:tbl><w:tr>${cell(
        `${table([
          ['Area', 'Grade'],
          ['Care', 'good'],
        ])}<w:p/>`,
      )}</w:tr></w:tbl>${paragraph('')}`,
    },
    words: ['Area', 'good'],
  },
  'with numbers that Word counts': {
    parts: {
      body: paragraph('Care is good.', inList(1)) + paragraph('Health is adequate.', inList(1)),
      numbering: definition(1, level(0, 'decimal', '%1.')) + list(1, 1),
    },
    words: ['1.', '2'],
    about: ['Care', 'Health'],
  },
  'with comments of others': {
    parts: {
      body: `<w:p><w:commentRangeStart w:id="2"/>${run('Care is')}<w:commentRangeEnd w:id="2"/><w:r><w:commentReference w:id="2"/></w:r><w:r><w:commentReference w:id="3"/></w:r>${run(' good.')}</w:p>`,
      comments: `<w:comment ${by(2)} w:initials="AB"><w:p w14:paraId="00000001">${run('Check this.')}</w:p></w:comment><w:comment ${by(3)} w:initials="AB"><w:p w14:paraId="00000002">${run('Done.')}</w:p></w:comment>`,
      commentsExtended:
        '<w15:commentEx w15:paraId="00000001" w15:done="0"/><w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="0"/>',
      people: '<w15:person w15:author="Ann Brook"/>',
    },
    words: ['Care', 'good'],
  },
  'with text boxes': {
    parts: {
      body: `<w:p>${run('Before')}<w:r>${oldBox}</w:r></w:p><w:p><w:r>${newBox.replace('good', 'adequate')}</w:r>${run('after')}</w:p>`,
    },
    words: ['good', 'adequate'],
    about: ['Care is good.', 'Care is adequate.'],
  },
  'with footnotes and endnotes': {
    parts: {
      body: `<w:p>${run('All is well.')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' Now.')}<w:r><w:endnoteReference w:id="2"/></w:r></w:p>`,
      footnotes: `<w:footnote w:id="2">${paragraph('Care is good.')}</w:footnote>`,
      endnotes: `<w:endnote w:id="2">${paragraph('Health is adequate.')}</w:endnote>`,
    },
    words: ['good', 'adequate'],
    about: ['', ''],
  },
}
