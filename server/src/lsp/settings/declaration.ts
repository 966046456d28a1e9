/** How a setting is declared: as in package.json, and whether its value leads to a file. */

interface Described {
  readonly scope:
    | 'application'
    | 'machine'
    | 'machine-overridable'
    | 'window'
    | 'resource'
    | 'language-overridable'
  readonly markdownDescription: string
}

interface Switch extends Described {
  readonly type: 'boolean'
  readonly default: boolean
}

interface Choice extends Described {
  readonly type: 'string'
  readonly enum: readonly string[]
  readonly enumDescriptions: readonly string[]
  readonly default: string
}

/**
 * A setting whose value is free text. Where it names a file or a folder that is then read, it must not come
 * from a workspace that the user does not trust: the contents of that file may go out with a report.
 */
interface FreeValue extends Described {
  readonly names: 'file' | 'folder' | 'nothing'
  readonly type: 'string' | 'object'
  readonly default: unknown
  readonly additionalProperties?: { readonly type: 'string' }
  readonly maxLength?: number
  readonly pattern?: string
  readonly patternErrorMessage?: string
}

export type SettingDeclaration = Switch | Choice | FreeValue

/** By full name. The compiler requires `names` wherever a value is not one of a list. */
export type Declarations = Readonly<Record<string, SettingDeclaration>>
