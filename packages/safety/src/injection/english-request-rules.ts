import type { Rule } from './rule.ts'

// Requests that no text of a product makes: for what others keep secret, and for another shape of the reply.
const gap = (most: number) => `[a-z' ]{0,${most}}`
const reply = '(?:responses?|answers?|repl(?:y|ies)|output|summary|elucidation)'
const ask = "(?:tell me|give me|share|confirm|provide|reveal|what is|what's|what was|say|spell|hint|translate|need|know|write)"
const start = '(?:^|[.!?:\\n] ?)(?:please |now |then |also |and )?'
const datum =
  '(?:birth ?(?:date|day|month|year)|date of birth|bank balance|account balance|home address|current (?:city|address|location)|initials|first name|last name|full name|phone number|email address|passphrase|password|favou?rite colou?r)'

const rule = (id: string, weight: number, source: string): Rule => ({ id, weight, expression: new RegExp(source) })

export const requestRules: readonly Rule[] = [
  rule(
    'system-password',
    1,
    `\\b${ask}\\b${gap(24)}\\b(?:our|your|the) (?:system |system's |admin )(?:password|passphrase|credentials)\\b`,
  ),
  rule(
    'password-for-system',
    1,
    `\\b${ask}\\b${gap(16)}\\bpassword (?:for|to|of) (?:our|your|the|this) (?:system|server|database|account)\\b`,
  ),
  rule(
    'share-password',
    1,
    `\\b(?:can|could|would|will|please)\\b(?: you)?(?: please)? (?:share|tell me|give me|disclose) your (?:password|passphrase|pin|secret)\\b`,
  ),
  rule('bare-password', 0.7, `\\bwhat (?:is|was) the (?:password|passphrase|secret key|access code)\\b`),
  rule(
    'authority',
    0.4,
    `\\bi ?'? ?a?m (?:god|the (?:admin|administrator|owner|developer|maintainer|president|police)|a (?:police|law enforcement|government)|your (?:developer|boss|creator|maintainer|administrator))\\b`,
  ),
  rule('user-datum', 1, `\\b${ask}\\b${gap(20)}\\b(?:the |current |this )user ?' ?s? ?s? ${gap(12)}\\b${datum}\\b`),
  rule('user-datum-short', 0.7, `\\buser's ${gap(12)}\\b${datum}\\b`),
  rule(
    'somebodys-datum',
    0.5,
    `\\b(?:tell me|what is|what's|share|say|spell|ignore the above and say)\\b [a-z]{3,12} ?(?:[a-z]{3,12} )?' ?s ${gap(10)}\\b${datum}\\b`,
  ),
  rule(
    'shared-world',
    0.5,
    `\\b(?:imagine|suppose|assume|in a world|in this world)\\b${gap(60)}\\b(?:shar(?:ed|ing)|passwords?|personal data)\\b`,
  ),
  rule(
    'change-reply',
    1,
    `${start}(?:translate|encode|encrypt|render|modify|adjust|alter|enhance|rewrite|format|reverse|display|present|provide|deliver|express|reply|respond|answer|write) (?:all of )?(?:your ${reply}\\b|(?:using|in|with|via) (?:base ?(?:16|32|64)|morse|rot13|hexadecimal|caesar|leet|emojis?)\\b)`,
  ),
  rule(
    'plant-in-reply',
    1,
    `${start}(?:add|insert|include|integrate|mention|embed|incorporate|put|place|append|replace|substitute|swap|use|omit|state|recommend|validate|slip)\\b[^.!?\\n]{2,90}\\b(?:in|into|to|within|of|for) (?:your|the final) ${reply}\\b`,
  ),
  rule(
    'plant-code',
    0.7,
    `\\b(?:add|insert|includ|integrat|embed|incorporat|introduc|us)(?:e|es|ing|ed)?(?: in)?(?: the| this)? (?:following|subsequent|below|given) (?:code|script|snippet)\\b`,
  ),
  rule(
    'decode-this',
    0.8,
    `\\b(?:decode|decipher|decrypt|unscramble)\\b${gap(8)}\\b(?:this|the following)\\b[a-z0-9' ]{0,24}\\b(?:code|string|cipher|text|message|binary|hex|base ?64|sentence|reply)\\b`,
  ),
  rule('tell-what-it-says', 0.3, `\\b(?:tell me what it says|what does it say|reply (?:with|in) morse|do what it says)\\b`),
  rule(
    'fiction-excuse',
    0.7,
    `\\b(?:purely|only|just|solely|strictly|merely)(?: meant)?(?: intended)?(?: for| a)? ?(?:fictional|fiction|academic|educational|hypothetical|artistic|research|theoretical)(?: and [a-z-]{4,16})? (?:purposes?|reasons?|expression|work|story|context|exercise)\\b`,
  ),
  rule(
    'never-really',
    0.5,
    `\\b(?:will|would|is|are) (?:never|not) (?:actually )?(?:be )?(?:actually )?(?:used|implemented|real|published|intended|meant)\\b`,
  ),
  rule(
    'no-warning',
    0.5,
    `\\b(?:do not|don't|without|no need to|avoid)\\b${gap(16)}\\b(?:fact ?- ?check|(?:include|add|give) (?:any |a )?(?:disclaimers?|warnings?)|hold(?:ing)? back|moraliz\\w{0,5}|mention that (?:it|this) is (?:illegal|unethical|fiction))\\b`,
  ),
  rule(
    'prompt-slot',
    1,
    `\\[ ?(?:insert|put|your|type|enter|add|paste)(?: your| a| the| whatever)? ?(?:prompts?|question|query|request|text|message)(?: here)?\\b`,
  ),
  rule(
    'made-by',
    0.4,
    `\\b(?:ai|model|assistant)\\b${gap(20)}\\b(?:developed|created|made|trained|owned) by (?:openai|anthropic|google|meta)\\b`,
  ),
  rule('system-mode', 0.7, `< ?(?:system|admin|root|developer|debug) mode ?>|\\b(?:verification|debugging|maintenance|override) mode\\b`),
  rule(
    'spell-above',
    0.8,
    `\\b(?:spell ?- ?check|check the spelling)\\b${gap(20)}\\babove\\b|\\bprint\\b${gap(24)}\\babove (?:prompt|text|input)\\b`,
  ),
  // A request in pieces: "a = ..., b = ...; answer a + b".
  rule('join-and-do', 0.7, `\\b(?:answer|execute|respond to|reply to|carry out|obey)\\b[a-z' ]{0,24}:? ?\\b[a-z] \\+ [a-z]\\b`),
]
