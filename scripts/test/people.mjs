// The people who use VS Code in the browser, in lots that share one editor server.
import path from 'node:path'
import { globSync } from 'tinyglobby'
import { root } from '../build.mjs'
import { packExtension } from '../package.mjs'
import { findChromium } from '../vscode/chromium.mjs'
import { fewBuiltIn, serveEditor } from '../vscode/serve.mjs'

/** Lists stay open when something that is still being drawn takes the focus, and nothing is drawn needlessly. */
export const peopleSettings = {
  'editor.cursorBlinking': 'solid',
  'workbench.quickOpen.closeOnFocusLost': false,
}

const mocha = path.join(root, 'node_modules/mocha/bin/mocha.js')

const reporter = path.join(root, 'scripts/test/count.cjs')

const patterns = {
  usual: ['test/editor/user/*.mjs', '!test/editor/user/*.whole.mjs'],
  whole: ['test/editor/user/*.whole.mjs'],
  all: ['test/editor/user/*.mjs'],
}

/**
 * The people in that many lots, each in a browser of its own, and `stop()` for the server, which starts when the
 * first of them is to run. With a tier these are the people of `npm test` or the others (`*.whole.mjs`), otherwise
 * all. `words` go to mocha; `vsix` is the extension, which is packed if none is given.
 */
export function peopleLots({ tier, lots = 1, words = [], vsix } = {}) {
  const people = globSync(patterns[tier ?? 'all'], { cwd: root }).sort()
  let serving
  return {
    lots: Array.from({ length: lots }, (_, number) => {
      const share = people.filter((_, at) => at % lots === number)
      const env = {}
      return {
        title: `VS Code as a user sees it${lots > 1 ? `, ${number + 1} of ${lots}` : ''}`,
        env,
        words: async () => {
          serving ??= served(vsix)
          Object.assign(env, (await serving).env)
          return [mocha, '--reporter', reporter, ...words, ...share]
        },
        // The usual run shows every failure, and so does one that is narrowed.
        again:
          tier !== 'whole' || words.length > 0
            ? undefined
            : failed => [
                mocha,
                '--reporter',
                reporter,
                '--grep',
                `^(?:${failed.map(escaped).join('|')}) `,
                ...share,
              ],
      }
    }),
    stop: async () => {
      const { editor } = (await serving?.catch(() => undefined)) ?? {}
      await editor?.stop()
    },
  }
}

async function served(packed) {
  const vsix = packed ?? (await packExtension())
  await findChromium() // fetched once, before the lots look for it side by side
  const editor = await serveEditor({ vsix, builtIn: fewBuiltIn, settings: peopleSettings })
  return { editor, env: { PACKED_EXTENSION: vsix, EDITOR_SERVER: JSON.stringify(editor.where) } }
}

function escaped(title) {
  return title.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
