/** What package.json tells VS Code agrees with the code. */

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { globSync } from 'tinyglobby'
import { tokenTypes } from '../../server/src/features/navigate/semantic-tokens'
import { restrictedSettings, settingSections } from '../../server/src/lsp/settings/sections'
import { allRules } from '../../server/src/rules/all'
import { root } from './session'

const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
const strings = JSON.parse(readFileSync(path.join(root, 'package.nls.json'), 'utf8'))
const { contributes } = manifest
const commands: readonly Command[] = contributes.commands

interface Command {
  readonly command: string
  readonly title: string
  readonly category: string
  readonly enablement?: string
}

interface Keybinding {
  readonly command: string
  readonly key: string
  readonly args?: string
  readonly mac?: string
  readonly when: string
}

interface Section {
  readonly title: string
  readonly properties: Readonly<Record<string, Setting>>
}

interface Setting {
  readonly type: string
  readonly markdownDescription: string
  readonly enum?: readonly string[]
  readonly enumDescriptions?: readonly string[]
}

interface MenuEntry {
  readonly command: string
  readonly when: string
}

/** What people read where the manifest has a key. */
function text(key: string): string {
  assert.match(key, /^%.*%$/, `"${key}" cannot be translated: run \`npm run generate\``)
  return strings[key.slice(1, -1)]
}

function isInTreeMenu(command: string): boolean {
  const entries: readonly MenuEntry[] = contributes.menus['view/item/context']
  return entries.some(entry => entry.command === command && entry.when.startsWith('view =='))
}

const onImportList = 'resourceScheme == inspection-reports-changes'
const inPreview = "activeWebviewPanelId == 'inspectionReports.preview' &&"
const onProblemPage = "activeWebviewPanelId == 'inspectionReports.problems'"

/** Commands that are of use in a text that is not a report yet. */
const anyText = new Set([
  'inspectionReports.chooseType',
  'inspectionReports.tidy',
  'inspectionReports.paste',
])

/** Commands that need nothing to be open. */
const anywhere = new Set([
  'inspectionReports.checkFolders',
  'inspectionReports.newReport',
  'inspectionReports.import',
  'inspectionReports.checkWordDocument',
  'inspectionReports.checkAgainstEarlier',
  'inspectionReports.forgetReport',
  'inspectionReports.pointsForFile',
  'inspectionReports.saveWithComments',
  'inspectionReports.saveWithSuggestions',
  'inspectionReports.checkLeaving',
  'inspectionReports.cleanCopy',
  'inspectionReports.leavingRecord',
  'inspectionReports.openSample',
  'inspectionReports.getStarted',
  'inspectionReports.openSettings',
  'inspectionReports.showLog',
])

describe('package.json', () => {
  it('is up to date, with package.nls.json and docs/commands.md (otherwise run `npm run generate`)', () => {
    for (const script of ['contributes.mjs', 'commands.mjs']) {
      const args = [path.join(root, 'scripts/generate', script), '--check']
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
      assert.equal(status, 0, `${stdout}${stderr}`)
    }
  })

  it('has a setting for each rule, under the last heading', () => {
    const sections: readonly Section[] = contributes.configuration
    const titles = sections.map(({ title }) => text(title))
    assert.deepEqual(titles, ['General', 'Report types', 'Word', 'Checks'])
    assert.deepEqual(
      Object.keys(sections.at(-1)?.properties ?? {}),
      allRules.map(({ id }) => `inspectionReports.rules.${id}`),
    )
  })

  it('says of each setting, and of each of its values, what it does', () => {
    const sections: readonly Section[] = contributes.configuration
    for (const [name, setting] of sections.flatMap(({ properties }) =>
      Object.entries(properties),
    )) {
      assert.match(text(setting.markdownDescription), /[.)`]$/, name)
      assert.equal(setting.enumDescriptions?.length, setting.enum?.length, name)
    }
  })

  it('takes no setting that names a file or a folder from an untrusted workspace', () => {
    const sections: readonly Section[] = contributes.configuration
    const freelyWritten = sections
      .flatMap(({ properties }) => Object.entries(properties))
      .filter(([, setting]) => setting.type !== 'boolean' && setting.enum === undefined)
      .map(([name]) => name)
    // These lead to no file; a setting that is added is restricted unless it is named here.
    const namesNoFile = ['inspectionReports.initials', 'inspectionReports.reportTypes']
    const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces
    assert.equal(supported, true)
    assert.deepEqual([...restrictedConfigurations, ...namesNoFile].sort(), freelyWritten.sort())
    assert.deepEqual(restrictedConfigurations, restrictedSettings(allRules))
    assert.ok(!JSON.stringify(settingSections(allRules)).includes('"names"'))
  })

  it('has commands of one category, with titles that say what they do', () => {
    for (const { command, title, category } of commands) {
      assert.equal(text(category), 'Inspection Reports', command)
      assert.match(text(title), /^[A-Z][^.!]*$/, command)
      assert.doesNotMatch(text(title), /lint|mention|diagnostic|front matter|suppress/i, command)
    }
    const shown = commands.filter(({ command }) => !isInTreeMenu(command)).map(({ title }) => title)
    assert.equal(new Set(shown.map(text)).size, shown.length)
  })

  it('has a command of the client for each of its commands, keys and buttons', () => {
    const source = globSync('client/src/**/*.ts', { cwd: root })
      .map(file => readFileSync(path.join(root, file), 'utf8'))
      .join('\n')
    const protocol = globSync('server/src/lsp/protocol/*.ts', { cwd: root })
      .map(file => readFileSync(path.join(root, file), 'utf8'))
      .join('\n')
    const walkthrough =
      JSON.stringify(strings).match(/(?<=command:)inspectionReports\.[\w.]+/g) ?? []
    const menus: readonly { command?: string }[] = Object.values<[]>(contributes.menus).flat()
    const used = [...commands, ...contributes.keybindings, ...menus].flatMap(
      ({ command }: { command?: string }) => command ?? [],
    )
    for (const command of new Set<string>([...used, ...walkthrough])) {
      const isFirstStep = command.startsWith('inspectionReports.firstSteps.')
      // VS Code's own are recognised by their names.
      if (!command.startsWith('inspectionReports.'))
        assert.match(
          command,
          /^(?:editor\.action\.|workbench\.action\.files\.|acceptSelectedSuggestion$)/,
        )
      else if (isFirstStep) assert.match(source, new RegExp(`^  ${command.split('.')[2]}: {`, 'm'))
      else assert.ok(`${source}${protocol}`.includes(`'${command}'`), command)
    }
  })

  it('completes each step of the walkthrough by something that can be done in it', () => {
    for (const { steps } of contributes.walkthroughs)
      for (const { description, completionEvents, media } of steps) {
        const done = completionEvents.some(
          (event: string) =>
            text(description).includes(`(command:${event.replace('onCommand:', '')})`) ||
            text(description).includes(`(command:toSide:${event.replace('onCommand:', '')})`),
        )
        assert.ok(done, text(description))
        assert.ok(text(media.altText).length > 20)
        const size = statSync(path.join(root, media.image)).size
        assert.ok(size < 150_000, `${media.image} is ${size} bytes long`)
      }
  })

  it('gives no key to two commands', () => {
    for (const system of ['key', 'mac'] as const) {
      // In the preview, and in a list to read, a key may do what belongs there.
      const commandOf = new Map<string, string>()
      for (const { when, command, ...each } of contributes.keybindings as readonly Keybinding[]) {
        const place = `${when.startsWith(inPreview)} ${when.endsWith(onImportList)}`
        const key = `${each[system] ?? each.key} ${place}`
        assert.equal(commandOf.get(key) ?? command, command, key)
        commandOf.set(key, command)
      }
    }
  })

  it('takes no key that VS Code gives to something in an editor', () => {
    // What is only a key, and not a command, does what the key does in VS Code wherever it has no work of its own.
    // A page of ours has no text in which VS Code's keys would do something.
    const own = (contributes.keybindings as readonly Keybinding[]).filter(
      binding =>
        commands.some(({ command }) => command === binding.command) &&
        binding.when !== onProblemPage,
    )
    // Ctrl and Alt together are AltGr, which writes letters; on a Mac Alt writes them, Ctrl and Alt address
    // VoiceOver, and most keys with ⌘ alone are taken.
    for (const { command, key, mac } of own) {
      assert.match(key, /^alt\+(?:shift\+)?[a-z]$/, command)
      assert.match(mac ?? key, /^ctrl\+(?:shift\+)?cmd\+[a-z]$/, command)
    }
    // As VS Code has them in editors, among those with Alt and a letter.
    const taken = [
      // The menus of the window.
      ...[...'fesvgrth'].map(letter => `alt+${letter}`),
      'alt+p',
      'alt+shift+c',
      'alt+shift+d',
      'alt+z',
      'alt+c',
      'alt+r',
      'alt+w',
      'alt+l',
      'alt+shift+f',
      'alt+shift+o',
      'alt+shift+a',
      'alt+shift+i',
      'alt+shift+h',
      'alt+shift+r',
      'alt+shift+t',
    ]
    assert.deepEqual(
      own.filter(({ key }) => taken.includes(key)),
      [],
    )
    // Full screen, the log-in screen, the dictionary, VS Code's chat.
    const takenOnMac = [...'fqdi'].map(letter => `ctrl+cmd+${letter}`)
    assert.deepEqual(
      own.filter(({ mac = '' }) => takenOnMac.includes(mac)),
      [],
    )
  })

  it('leaves Tab to VS Code where it moves the focus or takes what is suggested', () => {
    const tabs = (contributes.keybindings as readonly Keybinding[]).filter(
      ({ key }) => key === 'tab' || key === 'shift+tab',
    )
    assert.equal(tabs.length, 4)
    for (const { command, when } of tabs)
      for (const other of [
        'editorTabMovesFocus',
        'suggestWidgetVisible',
        'hasSnippetCompletions',
        'inlineSuggestionVisible',
        'inlineEditIsVisible',
      ])
        assert.ok(when.includes(` && !${other}`), `${command}: ${other}`)
  })

  it('takes each Tab in one way, whether or not VS Code leads through a snippet', () => {
    for (const [key, has] of [
      ['tab', 'hasNextTabstop'],
      ['shift+tab', 'hasPrevTabstop'],
    ]) {
      const whens = (contributes.keybindings as readonly Keybinding[])
        .filter(each => each.key === key)
        .map(({ when }) => when)
      assert.equal(whens.length, 2)
      const [outside = '', inside = ''] = whens
      assert.equal(
        outside.replace(
          `!(inSnippetMode && ${has})`,
          `inSnippetMode && ${has} && inspectionReports.isDraft`,
        ),
        inside,
      )
    }
  })

  it('names the keys in the README', () => {
    const readme = readFileSync(path.join(root, 'README.md'), 'utf8')
    for (const { command, key, args } of contributes.keybindings as readonly Keybinding[])
      if (commands.some(each => each.command === (args ?? command)))
        assert.ok(readme.toLowerCase().includes(`**${key}**`), `${command}: ${key}`)
    assert.ok(readme.includes('docs/commands.md'))
  })

  it('shows only a few commands in the editor, and the others one step further on', () => {
    const { menus, submenus } = contributes
    assert.deepEqual(
      menus['editor/title'].map(({ command }: MenuEntry) => command),
      ['inspectionReports.showPreview', 'inspectionReports.showText'],
    )
    assert.deepEqual(
      menus['editor/context'].map(
        ({ command, submenu }: { command: string; submenu: string }) => command ?? submenu,
      ),
      [
        'inspectionReports.goToOtherPlace',
        'inspectionReports.setGrade',
        submenus[0].id,
        // Only in a .txt file.
        'inspectionReports.import',
      ],
    )
    assert.ok(menus[submenus[0].id].length > 10)
  })

  it('colours every kind of semantic token, by a scope that the grammar uses where it can', () => {
    const ids = contributes.semanticTokenTypes.map(({ id }: { id: string }) => id)
    assert.deepEqual(ids, [...tokenTypes])
    assert.deepEqual(Object.keys(contributes.semanticTokenScopes[0].scopes), [...tokenTypes])
    const grammar = readFileSync(path.join(root, contributes.grammars[0].path), 'utf8')
    for (const [type, [scope]] of Object.entries<[string]>(
      contributes.semanticTokenScopes[0].scopes,
    ))
      assert.ok(type === 'summaryLabel' || grammar.includes(`"${scope}"`), scope)
  })

  it('offers commands only where they can do something', () => {
    const palette = new Map<string, string>(
      contributes.menus.commandPalette.map(({ command, when }: MenuEntry) => [command, when]),
    )
    for (const { command, enablement } of commands) {
      const when = palette.get(command)
      // What belongs to a line of a tree is in that tree's menu, and in no list without such a line.
      if (when === 'false') assert.ok(isInTreeMenu(command), command)
      else if (anywhere.has(command)) assert.equal(when, undefined, command)
      else {
        assert.equal(when, enablement, command)
        assert.match(
          when ?? '',
          anyText.has(command)
            ? /^editorLangId/
            : command === 'inspectionReports.showText' || when === onProblemPage
              ? /^activeWebviewPanelId/
              : /inspectionReports\.isReport/,
          command,
        )
      }
    }
    for (const { when } of contributes.keybindings)
      assert.ok(
        when.includes('inspectionReports.isReport') ||
          when.endsWith(onImportList) ||
          when === onProblemPage,
        when,
      )
  })

  it('names only files that are there', () => {
    const files = [
      contributes.languages[0].configuration,
      contributes.grammars[0].path,
      ...contributes.snippets.map((entry: { path: string }) => entry.path),
      ...contributes.yamlValidation.map((entry: { url: string }) => entry.url),
    ]
    for (const file of files) assert.ok(existsSync(path.join(root, file)), file)
  })
})
