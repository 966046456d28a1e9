// Draws the icon of the extension, which galleries want as a PNG, from its drawing docs/pictures/icon.svg.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { root } from '../build.mjs'
import { launchChromium } from '../vscode/chromium.mjs'
import { writeSmall } from './smaller.mjs'

const drawing = await readFile(path.join(root, 'docs/pictures/icon.svg'), 'utf8')
const browser = await launchChromium()
try {
  const page = await browser.newPage({ viewport: { width: 256, height: 256 } })
  await page.setContent(`<body style="margin: 0">${drawing}`)
  const picture = await page.screenshot({ omitBackground: true })
  await writeSmall(picture, path.join(root, 'client/icons/extension.png'))
} finally {
  await browser.close()
}
console.log('The icon is in client/icons/extension.png.')
