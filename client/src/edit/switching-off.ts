/** *Do not show this kind again*: sets a rule to *off*, says so, and can take it back. */

import {
  ConfigurationTarget,
  commands,
  l10n,
  StatusBarAlignment,
  type StatusBarItem,
  window,
  workspace,
} from 'vscode'
import { warn } from '../messages/saying'

/** How long, in milliseconds, a click takes it back. */
const undoTime = 20_000

const section = 'inspectionReports.rules'

/** In the user's own settings. A setting of the open folder that takes precedence over them is named. */
export async function switchOff(rule: string): Promise<void> {
  const settings = workspace.getConfiguration(section)
  const before = settings.inspect<string>(rule)?.globalValue
  await settings.update(rule, 'off', ConfigurationTarget.Global)
  offerUndo(rule, before)
  const now = workspace.getConfiguration(section).get<string>(rule)
  if (now !== 'off') void tellOverride(rule, now ?? 'default')
}

async function tellOverride(rule: string, now: string): Promise<void> {
  const open = l10n.t('Open these settings')
  const answer = await warn(
    l10n.t(
      '"{0}" is off in your settings, but the settings of this folder say "{1}", and they take precedence.',
      rule,
      now,
    ),
    open,
  )
  if (answer === open)
    await commands.executeCommand('workbench.action.openWorkspaceSettings', {
      query: `${section}.${rule}`,
    })
}

let shown: StatusBarItem | undefined

function offerUndo(rule: string, before: string | undefined): void {
  shown?.dispose()
  const item = window.createStatusBarItem(
    'inspectionReports.switchedOff',
    StatusBarAlignment.Left,
    -1,
  )
  item.name = l10n.t('Inspection Report')
  item.text = l10n.t('$(eye-closed) "{0}" is off. Undo', rule)
  item.tooltip = l10n.t(
    'Click to show this kind of problem again. Later, you can search the settings for "{0}".',
    rule,
  )
  item.accessibilityInformation = {
    label: l10n.t('"{0}" is off. Undo', rule),
    role: 'button',
  }
  item.command = {
    title: l10n.t('Undo'),
    command: undoCommand,
    arguments: [rule, before],
  }
  item.show()
  shown = item
  setTimeout(() => item.dispose(), undoTime)
}

/** Called from the status bar, and listed nowhere: sets the rule back to what it was. */
export const undoCommand = 'inspectionReports.switchOnAgain'

export async function switchOnAgain(rule: unknown, before: unknown): Promise<void> {
  shown?.dispose()
  if (typeof rule !== 'string') return
  const value = typeof before === 'string' ? before : undefined
  await workspace.getConfiguration(section).update(rule, value, ConfigurationTarget.Global)
}
