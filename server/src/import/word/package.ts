/** Opens a Word file: a zip of XML parts. */

import * as l10n from '@vscode/l10n'
import { unzipSync } from 'fflate'
import { ImportError } from '../import-error'
import { child, children, type Node, readXml } from './xml'

/** More than any report has; a zip that says it unpacks to more is not unpacked. */
const largestPart = 200_000_000

export interface WordPackage {
  readonly document: Node
  /** A part that the document refers to, by the end of its type: `styles`, `numbering`, `comments`. */
  part(type: string): Node | undefined
  /** All parts of a type: `header`, `footer`. */
  parts(type: string): readonly Node[]
}

/** Throws an `ImportError` for what is no Word file. */
export function openWord(bytes: Uint8Array): WordPackage {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new ImportError(
      l10n.t(
        'This Word file is of the old kind (.doc), or has a password. Save it in Word as a .docx without a password, and import that.',
      ),
    )
  const files = unzipped(bytes)
  const read = (name: string) => {
    const file = files[name]
    return file === undefined ? undefined : readXml(file)
  }
  const main = targetsOf(read('_rels/.rels'), '').find(({ type }) => type === 'officeDocument')
  const name = main?.target ?? 'word/document.xml'
  const document = read(name)
  if (document === undefined && files['content.xml'] !== undefined)
    throw new ImportError(
      l10n.t(
        'This is an OpenDocument text (.odt). Save it as a Word document (.docx), and import that.',
      ),
    )
  if (document === undefined || child(document, 'w:body') === undefined)
    throw new ImportError(
      l10n.t('This is not a Word document (.docx). Choose a .docx, .pdf or .txt file.'),
    )
  const folder = name.slice(0, name.lastIndexOf('/') + 1)
  const targets = targetsOf(read(`${folder}_rels/${name.slice(folder.length)}.rels`), folder)
  const parts = (type: string) =>
    targets.filter(each => each.type === type).flatMap(({ target }) => read(target) ?? [])
  return { document, parts, part: type => parts(type)[0] }
}

function unzipped(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(?:xml|rels)$/i.test(name)) return false
        if (originalSize > largestPart)
          throw new ImportError(l10n.t('This Word file is too big to be imported.'))
        return true
      },
    })
  } catch (error) {
    if (error instanceof ImportError) throw error
    throw new ImportError(
      l10n.t(
        'This file is damaged, or not a Word document (.docx). Open it in Word, save it again, and import that.',
      ),
    )
  }
}

function targetsOf(relations: Node | undefined, folder: string) {
  return children(relations, 'Relationship')
    .filter(({ attributes }) => attributes.TargetMode !== 'External')
    .map(({ attributes: { Type = '', Target = '' } }) => ({
      type: Type.slice(Type.lastIndexOf('/') + 1),
      target: Target.startsWith('/') ? Target.slice(1) : folder + Target,
    }))
}
