// Makes pictures of the screen small: the fewest colours in which nobody sees a difference, and nothing but the picture.
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fetchPackage } from '../vscode/fetch.mjs'

/** Its programs are for this machine alone, so the project does not depend on it. */
const painter = { name: 'sharp', version: '0.35.5', what: 'a library for pictures (20 MB)' }

/** Writes the picture, which may be a path, at another path or the same, as a PNG in sixteen colours: a quarter of the size. */
export async function writeSmall(from, to) {
  const folder = await fetchPackage(painter)
  const { default: sharp } = await import(
    createRequire(path.join(folder, 'package.json')).resolve(painter.name)
  )
  const small = await sharp(from)
    .png({ palette: true, colours: 16, dither: 0, effort: 10, compressionLevel: 9 })
    .toBuffer()
  await writeFile(to, small)
}
