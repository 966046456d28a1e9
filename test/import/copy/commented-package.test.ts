/** Comments in copies of Word files that are put together otherwise than Word does it, or badly. */

import assert from 'node:assert/strict'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readWord } from '../../../server/src/import/word/read'
import { paragraph, wordFile } from '../word/word-file'
import { withComments } from './commenting'
import { assertOnlyCommented, opened } from './copied'

const body =
  paragraph('Inspection of safeguarding and looked after children services') +
  paragraph('Care is good.')

/** A copy with a comment at "good". */
const copyOf = (bytes: Uint8Array) => withComments(bytes, 'good').bytes

/** The file with some of its parts changed; undefined takes one out. */
function changed(
  change: Readonly<Record<string, (xml: string) => string | Uint8Array | undefined>>,
  file = wordFile({ body }),
): Uint8Array {
  const parts = unzipSync(file)
  for (const [name, by] of Object.entries(change)) {
    const made = by(strFromU8(parts[name] ?? new Uint8Array()))
    if (made === undefined) delete parts[name]
    else parts[name] = typeof made === 'string' ? strToU8(made) : Uint8Array.from(made)
  }
  return zipSync(parts)
}

const documentPart = 'word/document.xml'
const relationsPart = 'word/_rels/document.xml.rels'
const relation = (target: string) =>
  `<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="${target}"/>`

describe('a copy with comments of a Word file that Word has not written', () => {
  const about = (copy: Uint8Array) => opened(copy).comments.map(each => each.about)

  it('is in UTF-16 where the original is', () => {
    const file = changed({ [documentPart]: xml => Buffer.from(`\ufeff${xml}`, 'utf16le') })
    const copy = copyOf(file)
    const document = Buffer.from(unzipSync(copy)[documentPart]!).toString('utf16le')
    assert.match(document, /^\ufeff<\?xml/)
    assert.match(document, /<w:commentRangeStart w:id="0"\/><w:r>.*good.*<w:commentRangeEnd/)
  })

  it('keeps a byte-order mark', () => {
    const file = changed({ [documentPart]: xml => `\ufeff${xml}` })
    const copy = copyOf(file)
    assert.deepEqual(unzipSync(copy)[documentPart]?.subarray(0, 3), strToU8('\ufeff'))
    assert.deepEqual(about(copy), ['good'])
  })

  it('has marks in the right namespace whatever its prefix is', () => {
    const renamed = (xml: string) => xml.replace(/(<\/?|xmlns:|\s)w(?=[:=])/g, '$1ns0')
    const copy = copyOf(changed({ [documentPart]: renamed }))
    assert.match(
      opened(copy).xml(documentPart),
      /<w:commentRangeStart xmlns:w="http:\/\/schemas[^"]*\/main" w:id="0"\/><ns0:r>/,
    )
  })

  it('is in the form that the standard calls strict where the original is', () => {
    const strict = (xml: string) =>
      xml
        .replaceAll(
          'http://schemas.openxmlformats.org/wordprocessingml/2006',
          'http://purl.oclc.org/ooxml/wordprocessingml',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        )
    const copy = copyOf(
      changed({ [documentPart]: strict, [relationsPart]: strict, '_rels/.rels': strict }),
    )
    assert.match(
      opened(copy).xml(relationsPart),
      /Type="http:\/\/purl\.oclc\.org\/ooxml\/officeDocument\/relationships\/comments"/,
    )
    assert.match(
      opened(copy).xml('word/comments.xml'),
      /xmlns:w="http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main"/,
    )
    assert.deepEqual(about(copy), ['good'])
  })

  it('has the comments where the document says that they are, even if they are missing', () => {
    const copy = copyOf(
      changed({ [relationsPart]: xml => xml.replace('</', `${relation('comments.xml')}</`) }),
    )
    assert.deepEqual(about(copy), ['good'])
    assert.equal(
      opened(copy)
        .xml(relationsPart)
        .match(/\/comments"/g)?.length,
      1,
    )
  })

  it('says the kind of its comments once, even if a missing part has it already', () => {
    const kind = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'
    const override = `<Override PartName="/word/comments.xml" ContentType="${kind}"/>`
    const file = changed({
      [relationsPart]: xml => xml.replace('</', `${relation('comments.xml')}</`),
      '[Content_Types].xml': xml => xml.replace('</Types>', `${override}</Types>`),
    })
    const copy = copyOf(file)
    assert.deepEqual(about(copy), ['good'])
    assert.equal(opened(copy).xml('[Content_Types].xml').split('comments.xml').length, 2)
  })

  it('has a number that nothing has, however the numbers are written', () => {
    const file = changed({
      [documentPart]: xml =>
        xml.replace(
          '<w:body>',
          '<w:body><w:bookmarkStart w:id = "0" w:name="a"/><w:bookmarkEnd w:id = "0"/>',
        ),
    })
    assert.match(opened(copyOf(file)).xml('word/comments.xml'), /<w:comment w:id="1"/)
  })

  it('does not write over a part that nothing refers to', () => {
    const file = changed({ 'word/comments.xml': () => '<kept/>' })
    const copy = copyOf(file)
    assert.equal(opened(copy).xml('word/comments.xml'), '<kept/>')
    assert.match(opened(copy).xml('word/comments2.xml'), /This is wrong/)
    assert.match(opened(copy).xml(relationsPart), /Target="comments2\.xml"/)
  })

  it('has the first comment in a part that is there and empty', () => {
    const file = changed(
      { 'word/comments.xml': xml => xml.replace('></w:comments>', '/>') },
      wordFile({ body, comments: '' }),
    )
    assert.deepEqual(about(copyOf(file)), ['good'])
  })

  it('is refused where a part is missing, or has characters that could not be written again', () => {
    const refused = {
      name: 'ImportError',
      message: /^A part of this Word document is missing or damaged, so it cannot be copied\./,
    }
    assert.throws(() => copyOf(changed({ '[Content_Types].xml': () => undefined })), refused)
    const damaged = changed({
      [documentPart]: xml => {
        const bytes = Buffer.from(xml)
        bytes[bytes.indexOf('Care')] = 0xff
        return bytes
      },
    })
    assert.throws(() => copyOf(damaged), refused)
  })
})

describe('a copy with comments that is read again', () => {
  it('says what the original says: its comments are no notes of colleagues', () => {
    const file = wordFile({ body })
    assert.equal(readWord(copyOf(file)).text, readWord(file).text)
    const answer = `<w:comment w:id="5" w:author="Ann Brook" w:initials="AB">${paragraph('It is.')}</w:comment>`
    const answered = changed(
      {
        'word/comments.xml': xml => xml.replace('</w:comments>', `${answer}</w:comments>`),
        [documentPart]: xml =>
          xml.replace(
            '</w:p></w:body>',
            '<w:r><w:commentReference w:id="5"/></w:r></w:p></w:body>',
          ),
      },
      copyOf(file),
    )
    assert.match(readWord(answered).text, /Care is good\. \[Note Ann Brook: It is\.\]/)
    assertOnlyCommented(answered, copyOf(answered))
  })

  it('is given no comment again that it has already', () => {
    const file = wordFile({ body })
    const copy = withComments(file, 'good', 'Care')
    assert.deepEqual([copy.comments, copy.leftOut], [2, 0])
    const again = withComments(copy.bytes, 'good', 'services', 'Care')
    assert.deepEqual([again.comments, again.leftOut], [1, 2])
    assert.deepEqual(
      opened(again.bytes).comments.map(each => each.about),
      ['Care', 'good', 'services'],
    )
  })
})
