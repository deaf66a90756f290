import type { Rule } from './rule.ts'

// What documents, policies and claims of authority say to a model: no text of a product speaks like that to its reader.
const gap = (most: number) => `[a-z' ]{0,${most}}`
const models = '(?:ai|llm|language model|chatbot|ai model|ai assistant|ai system)'
const rule = (id: string, weight: number, source: string): Rule => ({ id, weight, expression: new RegExp(source) })

export const documentRules: readonly Rule[] = [
  rule(
    'void-earlier',
    1,
    `\\b(?:treat|consider|regard)\\b${gap(12)}\\b(?:everything|all|whatever|anything)\\b${gap(30)}\\b(?:before|above|earlier|so far)\\b${gap(16)}\\bas (?:void|null|invalid|obsolete|cancelled|outdated)\\b`,
  ),
  rule(
    'no-longer-binding',
    1,
    "\\byour (?:earlier|previous|prior|original|old|initial|former) (?:instructions|rules|guidelines|directives|directions|prompt|policies) (?:no longer|do not|don't|are not|aren't|are no longer) (?:apply|valid|binding|in force|matter)\\b",
  ),
  rule(
    'revoked-yours',
    1,
    '\\b(?:revoked|lifted|suspended|waived|cancelled) (?:all |all of )?your (?:guidelines|restrictions|rules|filters|policies|limits|safeguards|instructions)\\b',
  ),
  rule(
    'told-before',
    1,
    '\\bwhat (?:were you told|did (?:they|the developers?|your (?:creators?|developers?|makers?)) tell you) (?:before|at the start of|at the beginning of|prior to) (?:this|the|our|my|i|we) ?(?:conversation|chat|first message|message|user|session|came|began)',
  ),
  rule(
    'starting-directions',
    1,
    `\\b(?:paste|print|post|quote|dump|type|write down|write out|output|show|list)\\b${gap(12)}\\byour (?:initial|starting|original|first|hidden|opening|internal) (?:directions|directives|configuration|context)\\b`,
  ),
  rule(
    'safety-level',
    1,
    `\\b(?:set|turn|reduce|lower|drop)\\b${gap(6)}\\byour (?:safety|filter|censorship|moderation|content filter|refusal) (?:level|settings?|mode|threshold)\\b${gap(8)}\\b(?:zero|0|off|none|minimum|lowest)\\b`,
  ),
  rule(
    'authorised-to-skip',
    1,
    `\\bi (?:hereby )?(?:authori[sz]e|permit|allow|order|command|instruct) you to (?:skip|bypass|ignore|disable|override|turn off|disregard|break)\\b`,
  ),
  rule(
    'summarise-and-claim',
    1,
    '\\bwhen you (?:summari[sz]e|review|evaluate|translate|rate|process|describe|analy[sz]e) (?:this|the) [a-z]{2,16} ?,? ?(?:please )?(?:say|state|claim|conclude) that\\b',
  ),
  rule(
    'note-to-models',
    1,
    `\\bnote to (?:all |any )?${models}s ?:|\\b${models} (?:reviewers?|readers?|graders?|judges?|screeners?) ?: ?(?:please )?(?:rate|give|rank|score|accept|recommend|approve|ignore|say|answer)\\b`,
  ),
  rule('if-a-model-reads', 1, `\\bif (?:an?|any) ${models} (?:reads|is reading|processes|summari[sz]es|sees) this\\b`),
  rule(
    'visit-and-obey',
    1,
    '\\b(?:visit|open|fetch|load|go to) https? [^\\n]{0,80}\\b(?:and|then) (?:follow|obey|execute|do|carry out) (?:what|whatever) (?:it|stands|is|you)\\b',
  ),
  rule(
    'unnoticed-by-filters',
    0.7,
    `\\bso (?:that )?(?:the|your|any|no) (?:filters?|moderation|moderators?|censors?|safety)\\b${gap(12)}\\b(?:notices?|detects?|catch(?:es)?|flags?|triggers?)\\b`,
  ),
  rule('prompt-begins', 1, '\\bmy system prompt (?:begins|starts|reads|says)\\b'),
  rule(
    'as-if-no-policy',
    1,
    "\\bas (?:if|though) (?:the|your|all|no) (?:policy|policies|guidelines|safety rules|filters?|content rules) (?:did not|didn't|never|do not|don't) exist",
  ),
  rule(
    'apply-policy',
    1,
    '\\b(?:apply|adopt|load|use) (?:this|the following|the above|that) (?:policy|configuration|config|settings?) (?:to|for|in) (?:all )?your (?:replies|answers|responses|reply|answer|response|output)\\b',
  ),
  rule(
    'all-allowed',
    0.5,
    '\\b(?:all|every|any) (?:requests?|questions?|prompts?|topics?|content) (?:are|is) (?:now )?(?:allowed|permitted)\\b',
  ),
]
