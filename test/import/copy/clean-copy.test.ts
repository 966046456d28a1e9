import assert from 'node:assert/strict'
import { strFromU8, unzipSync } from 'fflate'
import { cleanCopy } from '../../../server/src/import/copy/clean-copy'
import { wordToLeave } from '../../../server/src/import/leaving/word-contents'
import { readWord } from '../../../server/src/import/word/read'
import { finish } from '../../../server/src/text/steps'
import { core, custom, customProperty, extended, type Planted, planted } from '../leaving/planted'
import { paragraph, run } from '../word/word-file'

interface Cleaned {
  readonly original: Uint8Array
  readonly copy: Uint8Array
  readonly done: readonly string[]
  readonly left: readonly string[]
  /** The names of the parts that differ. */
  readonly changed: string[]
  readonly part: (name: string) => string
}

function cleaned(parts: Planted): Cleaned {
  const original = planted(parts)
  const { bytes: copy, done, left } = finish(cleanCopy(original))
  const [before, after] = [unzipSync(original), unzipSync(copy)]
  assert.deepEqual(Object.keys(after), Object.keys(before))
  const changed = Object.keys(before).filter(
    name => Buffer.compare(before[name] ?? Buffer.of(), after[name] ?? Buffer.of()) !== 0,
  )
  return { original, copy, done, left, changed, part: name => strFromU8(after[name]!) }
}

const metadata = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata'
const properties: Pick<Planted, 'parts' | 'ofPackage'> = {
  parts: {
    'docProps/core.xml': core('<dc:creator>Ann Quill</dc:creator><dc:title>Draft 3</dc:title>'),
    'docProps/app.xml': extended('<Company>Westmarch</Company><Pages>3</Pages>'),
    'docProps/custom.xml': custom(customProperty('Case', '204417')),
  },
  ofPackage: [
    { type: `${metadata}/core-properties`, target: 'docProps/core.xml' },
    { type: 'extended-properties', target: 'docProps/app.xml' },
    { type: 'custom-properties', target: 'docProps/custom.xml' },
  ],
}

const comment = (id: number, text: string) =>
  `<w:comment w:id="${id}" w:author="Ann Quill"><w:p>${run(text)}</w:p></w:comment>`
const commented = (words: string, id = 0) =>
  `<w:commentRangeStart w:id="${id}"/>${run(words)}<w:commentRangeEnd w:id="${id}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`
const ignoring =
  '<w:r><w:t>&lt;!-- inspection-reports ignore missing-row: agreed --&gt;</w:t></w:r>'
const before = `<w:p>${run('The first one.')}</w:p>`
const after = `<w:p>${run('The last one.')}</w:p>`
const document = 'word/document.xml'
const bodyOf = ({ part }: Cleaned) => /<w:body>(.*)<\/w:body>/s.exec(part(document))?.[1]

describe('a clean copy of a Word document', () => {
  it('has no properties', () => {
    const copy = cleaned({ body: before, ...properties })
    assert.deepEqual(copy.done, ['Took out the properties: creator, title, Company, Pages, Case.'])
    assert.deepEqual(copy.left, [])
    assert.deepEqual(copy.changed.sort(), [
      'docProps/app.xml',
      'docProps/core.xml',
      'docProps/custom.xml',
    ])
    assert.match(copy.part('docProps/core.xml'), /^<cp:coreProperties [^<]*><\/cp:coreProperties>$/)
    assert.deepEqual(finish(wordToLeave(copy.copy)).contents.traces, [])
  })

  it('has no comments, nor whatever marks their words', () => {
    const copy = cleaned({
      body: `<w:p>${run('It is ')}${commented('good')}${run(' here.')}</w:p>${after}`,
      comments: comment(0, 'Sure?') + comment(7, 'At no words.'),
      commentsExtended: '<w15:commentEx w15:paraId="1"/>',
      people: '<w15:person w15:author="Ann Quill"/>',
    })
    assert.deepEqual(copy.done, ['Took out 2 comments.'])
    assert.equal(bodyOf(copy), `<w:p>${run('It is ')}${run('good')}${run(' here.')}</w:p>${after}`)
    assert.deepEqual(
      copy.changed.sort(),
      ['word/comments.xml', 'word/commentsExtended.xml', document, 'word/people.xml'].sort(),
    )
    assert.deepEqual(finish(wordToLeave(copy.copy)).contents.traces, [])
    assert.equal(readWord(copy.copy).text, '\nIt is good here.\n\nThe last one.\n')
  })

  it('has none in footnotes either, and keeps the words of a run that has a comment in it', () => {
    const inRun = (text: string) =>
      `<w:r><w:t>${text}</w:t><w:commentReference w:id="0"/><w:t> too</w:t></w:r>`
    const copy = cleaned({
      body: `<w:p>${inRun('a')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
      comments: comment(0, 'Sure?'),
      footnotes: `<w:footnote w:id="2"><w:p>${commented('note')}</w:p></w:footnote>`,
    })
    assert.match(bodyOf(copy) ?? '', /^<w:p><w:r><w:t>a<\/w:t><w:t> too<\/w:t><\/w:r>/)
    assert.doesNotMatch(copy.part('word/footnotes.xml'), /comment/)
    assert.match(copy.part('word/footnotes.xml'), />note</)
  })

  it('has no lines that ignore problems', () => {
    const copy = cleaned({ body: `${before}<w:p>${ignoring}</w:p>${after}` })
    assert.deepEqual(copy.done, ['Took out one line that ignores problems.'])
    assert.equal(bodyOf(copy), before + after)
    assert.deepEqual(copy.changed, [document])
  })

  it('keeps a paragraph that a cell or a section needs, without its words', () => {
    const cell = `<w:tbl><w:tr><w:tc>${before}<w:p><w:pPr><w:jc w:val="left"/></w:pPr>${ignoring}</w:p></w:tc></w:tr></w:tbl>${after}`
    assert.match(
      bodyOf(cleaned({ body: cell })) ?? '',
      /<w:p><w:pPr><w:jc w:val="left"\/><\/w:pPr><\/w:p><\/w:tc>/,
    )
    const section = `${before}<w:p><w:pPr><w:sectPr/></w:pPr>${ignoring}</w:p>${after}`
    assert.equal(
      bodyOf(cleaned({ body: section })),
      `${before}<w:p><w:pPr><w:sectPr/></w:pPr></w:p>${after}`,
    )
  })

  it('decides no tracked change', () => {
    const by = 'w:id="1" w:author="Ann Quill"'
    const changes = `<w:p><w:pPr><w:rPr><w:ins ${by}/></w:rPr></w:pPr><w:ins ${by}>${run('new ')}</w:ins><w:del ${by}><w:r><w:delText>old</w:delText></w:r></w:del></w:p>`
    const ignored = `<w:p><w:ins ${by}>${ignoring}</w:ins></w:p>`
    const within = `<w:p>${run('Words ')}${ignoring}${run(' and more.')}</w:p>`
    const copy = cleaned({ body: before + changes + ignored + within + after, ...properties })
    assert.deepEqual(copy.left, [
      'Left 2 lines that ignore problems, which are within other text or a tracked change.',
      'Left the tracked changes, with the names of whoever made them.',
    ])
    assert.ok(!copy.changed.includes(document))
  })

  it('keeps properties that the text shows', () => {
    const field = (instruction: string) =>
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('shown')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`
    const shown: Readonly<Record<string, string>> = {
      [field(' TITLE \\* MERGEFORMAT ')]: 'title',
      [field(' DOCPROPERTY Case ')]: 'Case',
      [field(' DOCPROPERTY "Case" \\* Upper ')]: 'Case',
      [field(' AUT</w:instrText></w:r><w:r><w:instrText>HOR ')]: 'creator',
      [`<w:p><w:fldSimple w:instr=" DOCPROPERTY Company ">${run('W')}</w:fldSimple></w:p>`]:
        'Company',
      [`<w:sdt><w:sdtPr><w:dataBinding w:prefixMappings="xmlns:ns0='x'" w:xpath="/ns1:coreProperties[1]/ns0:title[1]" w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/></w:sdtPr><w:sdtContent>${paragraph('Draft 3')}</w:sdtContent></w:sdt>`]:
        'title',
    }
    for (const [body, name] of Object.entries(shown))
      assert.deepEqual(
        cleaned({ body: body + after, ...properties }).left,
        [`Kept these properties, since the text of the document shows them: ${name}.`],
        body,
      )
    const inFooter = cleaned({ body: before, footer: field(' TITLE '), ...properties })
    assert.match(inFooter.part('docProps/core.xml'), /<dc:title>Draft 3<\/dc:title>/)
    assert.doesNotMatch(inFooter.part('docProps/core.xml'), /Ann Quill/)
  })

  it('is the same file where there is nothing to take out', () => {
    const copy = cleaned({ body: before })
    assert.deepEqual(copy.copy, copy.original)
    assert.deepEqual([copy.done, copy.left], [[], []])
  })

  it('says the same as the original to whoever reads it', () => {
    const { original, copy } = cleaned({
      body: `<w:p>${run('It is ')}${commented('good')}</w:p><w:p>${ignoring}</w:p>${after}`,
      comments: comment(0, 'Sure?'),
      ...properties,
    })
    const plain = (bytes: Uint8Array) =>
      readWord(bytes)
        .text.replace(/\[Note[^\]]*\] ?|<!--.*-->\n+/g, '')
        .replace(/ +\n/g, '\n')
    assert.equal(plain(copy), plain(original))
  })
})
