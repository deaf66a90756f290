import {
  answerMetaSchema,
  consentHeader,
  consentSchema,
  errorBodySchema,
  feedbackEventSchema,
  feedbackResultSchema,
} from '@inkling/contracts'
import { kindKey, type Suggestion, suggestions } from '@inkling/prompts'
import { z } from 'zod'
import { describeTypicalCost, typicalUsageOf } from './typical-cost.ts'

type Json = { [key: string]: unknown }

const errorNames: Record<string, string> = {
  400: 'The body is not valid; `field` names the place and `message` the fix',
  401: 'The token is missing, expired or not valid',
  403: 'The token is for another product',
  413: 'The body is too large',
  415: 'The body is not JSON',
  429: 'Over the own quota; see the header `retry-after`',
}

/** The OpenAPI 3.1 document, derived from the registry: nothing about a suggestion is written twice. */
export function openApiDocument(): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Inkling',
      version: '1.0.0',
      summary: 'AI suggestions inside products',
      description:
        'Every suggestion takes a small typed context and returns a short list of items. A request is answered 200 also when Claude, the cache or the database is away: `meta.source` says where the items come from.',
      license: { name: 'Proprietary', identifier: 'LicenseRef-Proprietary' },
    },
    servers: [{ url: '/', description: 'This server' }],
    security: [{ token: [] }],
    tags: [...new Set(suggestions.map(({ product }) => product)), 'feedback'].map((name) => ({ name })),
    paths: Object.fromEntries([
      ...suggestions.map((suggestion) => [`/api/v1/suggestions/${suggestion.path}`, { post: operationOf(suggestion) }]),
      feedbackPath(),
    ]),
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'Minted by the product, at most 15 minutes valid' },
      },
      parameters: {
        Consent: {
          name: consentHeader,
          in: 'header',
          description:
            '`none`: this person has not agreed to experiments and analytics. The control prompt answers, no exposure is recorded; send no feedback either.',
          schema: { ...schemaOf(consentSchema), default: 'granted' },
          example: 'none',
        },
      },
      schemas: {
        Meta: schemaOf(answerMetaSchema),
        Error: { ...object({ error: schemaOf(errorBodySchema) }) },
        FeedbackEvent: schemaOf(feedbackEventSchema),
        FeedbackResult: schemaOf(feedbackResultSchema),
      },
    },
  }
}

function operationOf(suggestion: Suggestion): Json {
  const items = suggestion.template(suggestion.example, 'en', new Date())
  const usage = typicalUsageOf(suggestion.name)
  return {
    operationId: suggestion.name.replace('.', '_'),
    tags: [suggestion.product],
    summary: suggestion.title.en,
    description: `${suggestion.summary} ${suggestion.items.minimum} to ${suggestion.items.maximum} items. Safety level ${suggestion.safety}.`,
    ...(usage && { 'x-inkling-typical-cost': describeTypicalCost(suggestion.name, usage, new Date()) }),
    parameters: [reference('Consent', 'parameters')],
    requestBody: { required: true, content: json(contextSchemaOf(suggestion), sentExample(suggestion)) },
    responses: {
      200: {
        description: 'The suggestion',
        content: json(
          object({ suggestionId: { type: 'string' }, items: { type: 'array', items: schemaOf(suggestion.item) }, meta: reference('Meta') }),
          exampleAnswer(items),
        ),
      },
      ...errorResponses(),
    },
  }
}

/** As it is sent (defaults need not be); every property carries its kind, lists and candidates included. */
export function contextSchemaOf(suggestion: Suggestion): Json {
  return withoutDialect(z.toJSONSchema(suggestion.input, { io: 'input' }) as Json)
}

function sentExample(suggestion: Suggestion): unknown {
  return suggestion.example
}

function exampleAnswer(items: unknown[]): Json {
  return {
    suggestionId: '01990a2b-7c3d-7e4f-8a5b-6c7d8e9f0a1b.c2lnbmVkIGFuZCBlbmNyeXB0ZWQgYnkgdGhlIHNlcnZlcg',
    items,
    meta: { source: 'claude', createdAt: '2026-11-22T12:00:00.000Z', requestId: '01990a2b-7c3d-7e4f-8a5b-6c7d8e9f0a1c' },
  }
}

function feedbackPath(): [string, Json] {
  const id = '01990a2b-7c3d-7e4f-8a5b-6c7d8e9f0a1d'
  const event = { id, suggestionId: exampleAnswer([]).suggestionId, type: 'rate', value: 5 }
  const post = {
    operationId: 'feedback_record',
    tags: ['feedback'],
    summary: 'Record what people did with suggestions',
    description:
      'Each event is accepted or rejected on its own. A repeated id is accepted and changes nothing. `convert` needs a server token.',
    requestBody: {
      required: true,
      content: json(object({ events: { type: 'array', minItems: 1, maxItems: 100, items: reference('FeedbackEvent') } }), {
        events: [event],
      }),
    },
    responses: {
      200: { description: 'What was accepted', content: json(reference('FeedbackResult'), { accepted: [id], rejected: [] }) },
      ...errorResponses(),
    },
  }
  return ['/api/v1/feedback', { post }]
}

function errorResponses(): Json {
  const example = {
    error: {
      code: 'invalid-input',
      message: 'The field "partySize" is missing.',
      field: 'partySize',
      requestId: '01990a2b-7c3d-7e4f-8a5b-6c7d8e9f0a1c',
    },
  }
  return Object.fromEntries(
    Object.entries(errorNames).map(([status, description]) => [
      status,
      { description, content: status === '400' ? json(reference('Error'), example) : json(reference('Error')) },
    ]),
  )
}

function schemaOf(schema: z.ZodType): Json {
  return withoutDialect(z.toJSONSchema(schema, { io: 'output' }) as Json)
}

function withoutDialect({ $schema: _dialect, ...schema }: Json): Json {
  return schema
}

function object(properties: Json): Json {
  return { type: 'object', properties, required: Object.keys(properties) }
}

function reference(name: string, kind = 'schemas'): Json {
  return { $ref: `#/components/${kind}/${name}` }
}

function json(schema: Json, example?: unknown): Json {
  return { 'application/json': { schema, ...(example === undefined ? {} : { example }) } }
}

/** The kind of a context's property, for the documentation page. */
export function kindOf(schema: Json): string {
  return String(schema[kindKey] ?? '')
}
