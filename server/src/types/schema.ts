/** The JSON schema of type files, which editors use for completion and hovers; made from `format.ts`. */

import { type KeysShape, type Shape, typeShape } from './format'
import { settingsShape } from './settings/format'

type Schema = Readonly<Record<string, unknown>>

/** What a type file can name that is not in any type: offered where it is written. */
export interface KnownNames {
  readonly rules: readonly { readonly id: string; readonly summary: string }[]
  /** Ids of types to extend. */
  readonly types: readonly string[]
}

/** The whole schema, as it is in `schemas/report-type.schema.json`. */
export function typeSchema(known: KnownNames): Schema {
  const definitions: Record<string, Schema> = {}
  const root = withNames(keysSchema(typeShape, definitions), known)
  definitions.edition = withNames(definitions.edition ?? {}, known)
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Report type of Inspection Reports',
    description: 'What a report must contain and in which words.',
    ...root,
    definitions: Object.fromEntries(
      Object.entries(definitions).sort(([a], [b]) => a.localeCompare(b, 'en')),
    ),
  }
}

/** The schema of a folder's settings, as it is in `schemas/settings.schema.json`. */
export function settingsSchema({ rules, types }: KnownNames): Schema {
  const schema = keysSchema(settingsShape, {})
  const properties = { ...(schema.properties as Readonly<Record<string, Schema>>) }
  const severity = properties.rules?.additionalProperties as Schema
  properties.rules = {
    ...properties.rules,
    additionalProperties: false,
    properties: Object.fromEntries(
      rules.map(({ id, summary }) => [id, { description: `${summary}.`, ...severity }]),
    ),
  }
  const type = properties.reportTypes?.additionalProperties as Schema
  properties.reportTypes = {
    ...properties.reportTypes,
    additionalProperties: { ...type, examples: types },
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of a folder of inspection reports',
    description:
      'What holds for the reports in this folder, below what everybody has set in the editor.',
    ...schema,
    properties,
  }
}

/** The schema of a body with the names of rules and of types to extend. */
function withNames(body: Schema, { rules, types }: KnownNames): Schema {
  const properties = { ...(body.properties as Readonly<Record<string, Schema>>) }
  const severities = properties.rules?.anyOf
  const map = Array.isArray(severities) ? (severities[0] as Schema) : {}
  const named = rules.map(({ id, summary }) => [
    id,
    { description: `${summary}.`, ...(map.additionalProperties as Schema) },
  ])
  properties.rules = {
    ...properties.rules,
    anyOf: [{ ...map, properties: Object.fromEntries(named) }, { type: 'null' }],
  }
  if (properties.extends !== undefined)
    properties.extends = { ...properties.extends, examples: types }
  return { ...body, properties }
}

/** In a type and its editions, what was said before can be removed, and its parts can be restated in part. */
const bodies: ReadonlySet<string> = new Set(['type', 'edition'])

/** What is never inherited, so that there is nothing to remove. */
const ownKeys: ReadonlySet<string> = new Set([
  'id',
  'name',
  'extends',
  'editions',
  'valid',
  'change',
  'add',
])

function keysSchema(shape: KeysShape, definitions: Record<string, Schema>, isPart = false): Schema {
  const keys = Object.entries(shape.keys())
  const isBody = bodies.has(shape.name)
  const required = keys.flatMap(([name, key]) => (key.required === true ? [name] : []))
  return {
    type: 'object',
    additionalProperties: false,
    ...(!isPart && required.length > 0 && { required }),
    properties: Object.fromEntries(
      keys.map(([name, key]) => {
        const value = schemaOf(key.shape, definitions, isBody)
        const mayBeNull = isBody && !ownKeys.has(name)
        return [
          name,
          {
            description: key.about,
            ...(mayBeNull ? { anyOf: [value, { type: 'null' }] } : wrapped(value)),
          },
        ]
      }),
    ),
  }
}

/** In this version of the schema language, anything beside a reference is not read. */
function wrapped(value: Schema): Schema {
  return '$ref' in value ? { allOf: [value] } : value
}

function schemaOf(shape: Shape, definitions: Record<string, Schema>, isPart = false): Schema {
  switch (shape.kind) {
    case 'text':
      if (shape.of !== undefined) return { enum: shape.of.flatMap(word => enumValues(word)) }
      if (shape.form === 'id') return { type: 'string', pattern: '^[a-z0-9]+([-.][a-z0-9]+)*$' }
      if (shape.form === 'day') return { type: 'string', format: 'date' }
      return { type: ['string', 'number'] }
    case 'number':
      return { type: 'number' }
    case 'flag':
      return { type: 'boolean' }
    case 'list':
      return {
        type: 'array',
        ...(shape.least === 1 && { minItems: 1 }),
        items: schemaOf(shape.of, definitions),
      }
    case 'map': {
      const value = schemaOf(shape.of, definitions)
      const isChange = shape.of.kind === 'keys'
      return {
        type: 'object',
        additionalProperties: isChange ? { anyOf: [value, { type: 'null' }] } : value,
      }
    }
    case 'either':
      return { anyOf: shape.of.map(each => schemaOf(each, definitions)) }
    case 'keys':
      if (!Object.hasOwn(definitions, shape.name)) {
        // Its name first, so that a section inside a section finds it.
        definitions[shape.name] = {}
        definitions[shape.name] = keysSchema(shape, definitions, isPart)
      }
      return { $ref: `#/definitions/${shape.name}` }
  }
}

/** Older YAML readers take `off` without quotes for false. */
function enumValues(word: string): readonly unknown[] {
  return word === 'off' ? ['off', false] : [word]
}
