import type { SearchedText } from '../search/searched-text.ts'
import { findGuardedSigns, guardRules, type Rule, type Sign } from './rule.ts'

// Delimiters and role names that separate the parts of a conversation: data has no business with them.
const structureRules: readonly Rule[] = [
  { id: 'chat-template', weight: 1, expression: /<\|(?:im_start|im_end|system|user|assistant|start_header_id|begin_of_text|eot_id)\|>/i },
  { id: 'instruction-token', weight: 1, expression: /\[\/?INST\]|<<\/?SYS>>/i },
  {
    id: 'closes-data',
    weight: 1,
    expression:
      /<\/(?:context|user|user_input|data|input|document|prompt|untrusted|query)>\s{0,4}<(?:system|assistant|instructions?|admin)>/i,
  },
  { id: 'role-tag', weight: 0.6, expression: /<(?:system|assistant)>\s{0,4}(?:you|ignore|disregard|new|must|always|from)/i },
  { id: 'comment-role', weight: 1, expression: /<!--\s{0,4}(?:assistant|system|ai|llm)\s{0,2}:/i },
  {
    id: 'role-line',
    weight: 0.4,
    expression: /(?:^|\n)[#\s[{*]{0,6}(?:system|assistant)(?: prompt| message| instructions?)?\s?[\]*]{0,3}:(?!\s{0,3}["'{[])/i,
  },
  { id: 'image-query', weight: 0.5, expression: /!\[[^\]\n]{0,80}\]\(https?:[^)\s]{1,200}\?/i },
  { id: 'append-to-link', weight: 0.6, expression: /\bappend\b.{0,40}\b(?:url|link|image)\b/i },
  {
    id: 'fake-end',
    weight: 0.6,
    expression: /(?:={3}|-{3}|#{3}|%{3})\s{0,3}(?:end|begin|start)\b.{0,24}(?:prompt|instructions?|user|context|system|input)/i,
  },
]

const rules = guardRules(structureRules)

export function findStructureSigns({ text, outline }: SearchedText): Sign[] {
  return findGuardedSigns(rules, text, outline)
}
