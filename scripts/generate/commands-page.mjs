// The page that lists the commands with their keys.

/** The names of keys as they are printed on keyboards. */
const names = { alt: 'Alt', cmd: '⌘', ctrl: 'Ctrl', shift: 'Shift' }
const macNames = { alt: '⌥', cmd: '⌘', ctrl: 'Ctrl', shift: '⇧' }

function shown(key, words) {
  const parts = key
    .split('+')
    .map(part => words[part] ?? part.charAt(0).toUpperCase() + part.slice(1))
  return `**${parts.join('+')}**`
}

/** The text of a value of package.json, which may be a key of package.nls.json. */
export function plain(value, strings) {
  return value.startsWith('%') ? strings[value.slice(1, -1)] : value
}

/** The page as Markdown, from what package.json and package.nls.json hold. */
export function commandsPage({ contributes }, strings) {
  const hidden = new Set(
    contributes.menus.commandPalette
      .filter(({ when }) => when === 'false')
      .map(({ command }) => command),
  )
  const rows = contributes.commands
    .filter(({ command }) => !hidden.has(command))
    .map(({ command, title }) => {
      // A key that does more than lead on has, as its argument, the command that it stands for when it does.
      const binding = contributes.keybindings.find(
        each => each.command === command || each.args === command,
      )
      const key = binding === undefined ? '' : shown(binding.key, names)
      const mac = binding === undefined ? '' : shown(binding.mac ?? binding.key, macNames)
      return [plain(title, strings), key, mac, `\`${command}\``]
    })
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `# All commands

All commands are in the command palette: press **F1** and type \`inspection reports\`. Those that need a report are offered while one is in the editor.
To give a command another key, press the gear beside it in the palette.

| command | key | on a Mac | its name for settings and keys |
|---|---|---|---|
${rows.map(row => `| ${row.join(' | ')} |`).join('\n')}

Of VS Code’s own: **Ctrl+.** (⌘.) opens the light bulb, **F8** goes to the next problem, **F12** to the other place, **Shift+F12** to all places, **F2** changes a grade, **Ctrl+T** (⌘T) finds judgements in all reports, **Ctrl+Shift+O** (⇧⌘O) finds a section.
`
}
