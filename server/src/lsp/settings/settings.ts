/** The user's settings: asked for once, kept until they change. */

import * as l10n from '@vscode/l10n'
import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver'
import { traceOf } from '../../host/failure-trace'
import type { Severities } from '../../rules/run'
import { reportTypesOf, severitiesOf } from '../../rules/user-settings'
import type { Abilities } from '../abilities'
import { type SettingsSection, settingsSection } from '../protocol'

export interface Settings {
  /** The severities that the user has set; the same object until one of them changes. */
  severities(): Promise<Severities>
  /** Type ids by file pattern, as far as they are known yet. */
  reportTypes(): Readonly<Record<string, string>>
  /** Does the user want lenses? */
  lenses(): Promise<boolean>
}

/** Calls `action` once the client is ready: before that it must not be asked for anything. */
export type OnReady = (action: () => void) => void

/**
 * Fetches the settings when the client is ready and again whenever they change; `onChange` is called
 * only where that makes a difference.
 */
export function followSettings(
  connection: Connection,
  onReady: OnReady,
  abilities: Abilities,
  initial: SettingsSection | undefined,
  onChange: () => void,
): Settings {
  let severities = severitiesOf(initial)
  let reportTypes = reportTypesOf(initial)
  let lenses = lensesOf(initial)
  const take = (section: unknown): void => {
    const nextSeverities = severitiesOf(section)
    if (JSON.stringify(nextSeverities) !== JSON.stringify(severities)) severities = nextSeverities
    const nextTypes = reportTypesOf(section)
    if (JSON.stringify(nextTypes) !== JSON.stringify(reportTypes)) reportTypes = nextTypes
    lenses = lensesOf(section)
  }
  const ask = async (): Promise<void> => {
    try {
      take(await connection.workspace.getConfiguration(settingsSection))
    } catch (error) {
      connection.console.warn(
        l10n.t(
          'The settings could not be read, so the previous ones still apply ({0}).',
          traceOf(error),
        ),
      )
    }
  }

  let latest = new Promise<void>(resolve => {
    onReady(() => {
      resolve(abilities.hasSettings ? ask() : undefined)
      if (abilities.registersSettings) {
        const section = settingsSection
        void connection.client.register(DidChangeConfigurationNotification.type, { section })
      }
    })
  })
  connection.onDidChangeConfiguration(async ({ settings }) => {
    const [before, typesBefore, lensesBefore] = [severities, reportTypes, lenses]
    if (abilities.hasSettings) await (latest = ask())
    else take((settings as Record<string, unknown> | null | undefined)?.[settingsSection])
    if (severities !== before || reportTypes !== typesBefore || lenses !== lensesBefore) onChange()
  })

  return {
    async severities() {
      await latest
      return severities
    },
    reportTypes: () => reportTypes,
    async lenses() {
      await latest
      return lenses
    },
  }
}

function lensesOf(section: unknown): boolean {
  return (section as SettingsSection | null | undefined)?.codeLens !== false
}
