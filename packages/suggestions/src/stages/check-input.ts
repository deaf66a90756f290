import type { FallbackReason, Redaction } from '@inkling/contracts'
import { aliasCandidates, canonicalContext, contextWithFacts, countCandidates, mapStringsAt, type Suggestion } from '@inkling/prompts'
import { createPlaceholderNumbering, type InspectedText, inspectText } from '@inkling/safety'
import { contextMistake } from '../context-mistake.ts'
import type { KnownCleanTexts } from '../known-clean-texts.ts'
import type { Ports, SecurityRecord } from '../ports.ts'
import type { Admitted, Checked, StageResult } from '../request.ts'

// A detector is linear and takes a millisecond; one that runs a quarter of a second is broken, and then nothing is sent.
const inspectionBudgetMilliseconds = 250

export interface InspectionSettings {
  personalData: 'redact' | 'refuse'
  cleanTexts: KnownCleanTexts
  /** Whole contexts: apart from texts, which would be forgotten early where every request brings another context. */
  cleanContexts: KnownCleanTexts
}

/** Schema, clean-up, redaction, injection. What follows sees no raw text any more. */
export function checkInput(
  admitted: Admitted,
  ports: Pick<Ports, 'clock' | 'randomness' | 'records' | 'observer'>,
  settings: InspectionSettings,
): StageResult<Checked> & { state: Checked } {
  const { suggestion } = admitted
  const inspected = parseAndInspect(admitted, ports, settings)
  for (const finding of inspected.findings) report(admitted, finding, ports)
  const offered = countCandidates(suggestion, inspected.input)
  const { minimum, maximum } = suggestion.items
  const state: Checked = {
    ...admitted,
    input: inspected.input,
    aliased: aliasCandidates(suggestion, contextWithFacts(suggestion, inspected.input, new Date(admitted.startedAt))),
    answerLocale: suggestion.answerLocale?.(inspected.input) ?? admitted.caller.locale,
    redactions: inspected.redactions,
    contextKey: inspected.contextKey,
    minimumItems: Math.min(minimum, offered ?? minimum),
    maximumItems: Math.min(maximum, offered ?? maximum),
  }
  if (offered === 0) return { state, end: { source: 'off', reason: 'no-candidates' } }
  return inspected.refusal ? { state, end: { source: 'template', reason: inspected.refusal } } : { state, continue: state }
}

/**
 * A context that was valid, canonical and clean before is so again, and is taken as it came: schema and detectors look at nothing but its JSON.
 * Only its keyed hash is remembered, and not even that where it holds a person's own words.
 */
function parseAndInspect(request: Admitted, ports: Pick<Ports, 'clock'>, settings: InspectionSettings): Inspected {
  const { suggestion, context } = request
  if (suggestion.cacheScope === 'user') return inspect(suggestion, parseContext(suggestion, context), ports, settings)
  const json = () => JSON.stringify(context) ?? ''
  const key = settings.cleanContexts.keyOfJson(request.contextJson ?? json(), `${suggestion.name} ${settings.personalData}`)
  if (settings.cleanContexts.has(key)) return { input: context, redactions: [], findings: [], refusal: undefined, contextKey: key }
  const inspected = inspect(suggestion, parseContext(suggestion, context), ports, settings)
  // The same JSON after all that: nothing was filled in, dropped, put in order or redacted.
  if (inspected.findings.length > 0 || JSON.stringify(inspected.input) !== json()) return inspected
  settings.cleanContexts.add(key)
  return { ...inspected, contextKey: key }
}

/** The context as the suggestion's schema has it; throws the caller's mistake. */
function parseContext(suggestion: Suggestion, context: unknown): unknown {
  const parsed = suggestion.input.safeParse(context)
  if (!parsed.success) throw contextMistake(suggestion, context, parsed.error.issues[0]!)
  return canonicalContext(suggestion, parsed.data)
}

interface Finding {
  kind: SecurityRecord['kind']
  where: string
  action: SecurityRecord['action']
}

interface Inspected {
  input: unknown
  redactions: Redaction[]
  findings: Finding[]
  refusal: FallbackReason | undefined
  contextKey?: string
}

/** Every field of a person or third party, one by one. A detector that fails or stalls means: no call. */
function inspect(suggestion: Suggestion, parsed: unknown, ports: Pick<Ports, 'clock'>, settings: InspectionSettings): Inspected {
  const result: Inspected = { input: parsed, redactions: [], findings: [], refusal: undefined }
  const startedAt = ports.clock.now()
  try {
    const placeholders = createPlaceholderNumbering()
    const listKey = keyOfCandidates(suggestion, parsed, settings)
    const isCleanList = listKey !== undefined && settings.cleanTexts.has(listKey)
    let candidatesAreKnown = true
    for (const { path, kind } of suggestion.untrustedFields) {
      const ofCandidates = path[0] === suggestion.candidates
      if (ofCandidates && isCleanList) continue
      const options = { kind: kind as 'text' | 'code', level: suggestion.safety, personalData: settings.personalData, placeholders }
      const rules = `${kind} ${suggestion.safety} ${settings.personalData}`
      result.input = mapStringsAt(result.input, path, (text, place) => {
        const key = ofCandidates ? settings.cleanTexts.keyOf(text, rules) : undefined
        if (key !== undefined && settings.cleanTexts.has(key)) return text
        const inspection = inspectText(text, options)
        const isClean = inspection.text === text && inspection.findings.length === 0
        if (key !== undefined && isClean) settings.cleanTexts.add(key)
        else if (ofCandidates) candidatesAreKnown = false
        collect(result, inspection, place)
        return inspection.text
      })
    }
    if (listKey !== undefined && candidatesAreKnown && !isCleanList) settings.cleanTexts.add(listKey)
    if (ports.clock.now() - startedAt > inspectionBudgetMilliseconds) return failed(result)
  } catch {
    return failed(result)
  }
  return result
}

/** `undefined` where there is no list of candidates. */
function keyOfCandidates(suggestion: Suggestion, parsed: unknown, { cleanTexts, personalData }: InspectionSettings): string | undefined {
  if (suggestion.candidates === undefined) return undefined
  const candidates = JSON.stringify((parsed as Record<string, unknown>)[suggestion.candidates])
  return cleanTexts.keyOfJson(candidates, `${suggestion.name} ${personalData}`)
}

function collect(result: Inspected, inspection: InspectedText, place: string): void {
  for (const { placeholder, start, end } of inspection.redactions) result.redactions.push({ placeholder, field: place, start, end })
  for (const { kind, action } of inspection.findings) result.findings.push({ kind, action, where: place })
  result.refusal ??= inspection.refusal
}

function failed(result: Inspected): Inspected {
  return {
    ...result,
    refusal: 'safety-error',
    findings: [...result.findings, { kind: 'safety-error', where: 'detector', action: 'refused' }],
  }
}

function report(request: Admitted, finding: Finding, ports: Pick<Ports, 'clock' | 'randomness' | 'records' | 'observer'>): void {
  const { suggestion, caller } = request
  const { kind, action } = finding
  ports.observer.on({ type: 'safety', suggestion: suggestion.name, kind, action })
  const about = { product: suggestion.product, suggestion: suggestion.name, userKey: caller.userKey }
  ports.records.security({ id: ports.randomness.uuid(), ...about, ...finding, at: ports.clock.now() })
}
