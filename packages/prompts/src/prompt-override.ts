import { z } from 'zod'
import { maximumOutputTokens, type Suggestion, variantPattern } from './define-suggestion.ts'
import { instructionsProblem } from './instructions.ts'

/** What one request is asked with: a variant from code, as it is or as a flag changed it. */
export interface EffectivePrompt {
  variant: string
  instructions: string
  /** `undefined`: the deployment's model for the suggestion's tier. */
  model?: string
  effort: 'low' | 'medium' | 'high'
  maxOutputTokens: number
}

const overrideSchema = z.strictObject({
  variant: z.string().regex(variantPattern, 'must be kebab-case, at most 40 characters'),
  model: z.string().optional(),
  effort: z.enum(['low', 'medium', 'high']).optional(),
  maxOutputTokens: z.int().min(100).max(maximumOutputTokens).optional(),
  instructions: z.string().optional(),
})

export function controlPrompt(suggestion: Suggestion): EffectivePrompt {
  const { instructions } = suggestion.variants[suggestion.control]!
  return { variant: suggestion.control, instructions, effort: 'low', maxOutputTokens: suggestion.maxOutputTokens }
}

/**
 * Validates the JSON value of a prompt flag: `{ variant, model?, effort?, maxOutputTokens?, instructions? }`. `variant` names one from code
 * unless `instructions` come with it. What does not validate is never used.
 */
export function applyPromptOverride(
  suggestion: Suggestion,
  value: unknown,
  allowedModels: ReadonlySet<string>,
): { prompt: EffectivePrompt } | { problem: string } {
  const parsed = overrideSchema.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    return { problem: `${issue.path.join('.') || 'value'}: ${issue.message}` }
  }
  const { variant, model, effort, maxOutputTokens, instructions } = parsed.data
  if (model !== undefined && !allowedModels.has(model)) {
    return { problem: `model: "${model}" is not allowed; allowed are ${[...allowedModels].sort().join(', ')}` }
  }
  if (instructions !== undefined) {
    const problem = instructionsProblem(instructions, suggestion.variables)
    if (problem) return { problem: `instructions: ${problem}` }
    if (Object.hasOwn(suggestion.variants, variant))
      return { problem: `variant: "${variant}" exists in code; own instructions need a name of their own` }
  } else if (!Object.hasOwn(suggestion.variants, variant)) {
    return { problem: `variant: "${variant}" is not known; known are ${Object.keys(suggestion.variants).join(', ')}` }
  }
  return {
    prompt: {
      variant,
      instructions: instructions ?? suggestion.variants[variant]!.instructions,
      ...(model === undefined ? {} : { model }),
      effort: effort ?? 'low',
      maxOutputTokens: maxOutputTokens ?? suggestion.maxOutputTokens,
    },
  }
}
