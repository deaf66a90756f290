import { documentRules } from './english-document-rules.ts'
import { requestRules } from './english-request-rules.ts'
import type { Rule, Sign } from './rule.ts'
import { findIndexedSigns, indexRules } from './rule-index.ts'

// Parts of expressions over canonical text: words with one space between them, signs set apart.
const gap = (most: number) => `[a-z' ]{0,${most}}`
const prior =
  'previous|prior|above|earlier|preceding|foregoing|initial|original|existing|past|former|old|following|all|any|every|your|these|those|system'
const target =
  'instructions?|prompts?|rules?|guidelines?|directives?|commands?|constraints?|restrictions?|programming|training|polic(?:y|ies)|filters?|safety|tasks?|assignments?|orders|directions|limitations|protocols?|context'
// "We ignore all rules of grammar" tells a story; an attack speaks to the reader.
const narrated =
  "(?<!\\b(?:i|we|they|he|she|who|people|users|players|students|kids|children|members|guests|drivers|never|not|don't|often) )"
const extract =
  'reveal|show|print|output|display|repeat|leak|expose|disclose|recite|dump|echo|encode|translate|reproduce|copy|summarise|summarize|spell'
const ask = `${extract}|tell|give|share|provide|return|list|write|say|send|what is|what are|what were|what's|opposite of`
const hiddenText =
  'system prompts?|initial prompts?|initial instructions?|system instructions?|hidden instructions?|hidden prompts?|secret instructions?|original instructions?|original prompt|prompt texts?|system message|initialization string|initial system|internal instructions?|custom instructions'

const rule = (id: string, weight: number, source: string): Rule => ({ id, weight, expression: new RegExp(source) })

export const englishRules: readonly Rule[] = [
  ...requestRules,
  ...documentRules,
  rule(
    'override',
    1,
    `${narrated}\\b(?:ignore|ignoring|disregard|forget|override|overrule|neglect)\\b(?!${gap(24)}\\b(?:my|our|their|his|her)\\b)${gap(24)}\\b(?:${prior})\\b${gap(32)}\\b(?:${target})\\b`,
  ),
  rule(
    'override-verb',
    1,
    `${narrated}\\b(?:bypass|discard|abandon|dismiss|delete|erase|drop|skip|stop following|do not follow|don't follow|pay no attention to|leave)\\b${gap(16)}\\b(?:previous|prior|above|earlier|preceding|your)\\b${gap(24)}\\b(?:instructions?|prompts?|guidelines?|directives?|programming|restrictions?|training)\\b`,
  ),
  rule(
    'override-above',
    1,
    `${narrated}\\b(?:ignore|disregard|forget)(?: about)? (?:the|everything|anything|all|whatever|all of the)(?! (?:i|we|they|he|she) )${gap(20)}\\b(?:above|before|beforehand|previously|so far|prior)\\b(?: that| this)?(?= (?:and|then|now|but|instead|in|tell|say|or)\\b| ?[.,;:!\\n]|$)(?! (?:and|or) (?:below|after))`,
  ),
  rule('forget-everything', 0.6, `${narrated}\\bforget (?:about )?(?:everything|all)\\b`),
  rule('forget-and-say', 1, `\\b(?:forget|ignore)(?: about)? everything (?:and|, ?)(?: just)? ?(?:tell|say|write|print|show|answer)\\b`),
  rule('change-instructions', 1, `\\b(?:change|replace|update|rewrite) your (?:instructions|system prompt|prompt|guidelines|rules)\\b`),
  rule(
    'forget-learned',
    1,
    `\\b(?:forget|forgotten)\\b(?: about)? (?:everything|all)${gap(16)}\\b(?:you|rules)\\b${gap(24)}(?:learned|told|know|knew|instructed|taught|said)`,
  ),
  rule('override-colon', 1, `\\b(?:override|admin override|system override|administrator override) ?:`),
  rule(
    'override-safety',
    1,
    `\\b(?:override|bypass|disable|turn off|ignore|remove|deactivate|circumvent)\\b${gap(12)}\\b(?:your|all|any|its)\\b${gap(16)}\\b(?:safety|safeguards?|content filters?|moderation|censorship|restrictions|ethical)\\b`,
  ),
  rule('override-safety-token', 0.6, `\\b(?:override|disable|bypass) (?:the )?(?:safety|filters?|safeguards)\\b`),
  rule(
    'new-task',
    0.6,
    `\\bnew (?:task|instructions?|directive|objective|orders?|rules?|role|prompt)s? ?(?:is )?:|\\b(?:focus|concentrate) on (?:your|the) new task`,
  ),
  rule(
    'reveal-hidden',
    1,
    `\\b(?:${ask})\\b(?!${gap(12)}\\b(?:an?|good|example)\\b)${gap(30)}\\b(?:your|its|the|me|hidden|entire|full|all|and) ${gap(12)}\\b(?:${hiddenText})\\b`,
  ),
  rule(
    'reveal-your-prompt',
    1,
    `\\b(?:${ask})\\b${gap(40)}\\b(?:your|you were given)\\b ${gap(24)}\\b(?:prompts?|instructions|initial configuration|directives)\\b(?!${gap(16)}\\b(?:for|on how|book|manual)\\b)`,
  ),
  rule(
    'reveal-your-rules',
    0.6,
    `\\b(?:${ask})\\b${gap(24)}\\byour ${gap(16)}\\b(?:rules|guidelines|constraints|restrictions|programming|policies)\\b`,
  ),
  rule(
    'instructions-given',
    1,
    `\\b(?:instructions?|prompts?|text|words|rules|message)\\b${gap(6)}\\byou (?:were|have been|had been|are) (?:given|told|provided|initially)\\b`,
  ),
  rule(
    'hidden-then-ask',
    1,
    `\\b(?:${extract})\\b ?[:,] ?${gap(8)}\\byour (?:${hiddenText}|instructions|prompt)\\b|\\b(?:encode|translate)\\b${gap(40)}[:,]${gap(20)}:? ?your (?:${hiddenText})`,
  ),
  rule(
    'text-above',
    1,
    `\\b(?:print|output|repeat|show|display|copy|write|reproduce|return|put)\\b${gap(10)}\\b(?:text above|above text|everything above|words above|conversation above|entire conversation|whole conversation|all of the above text)\\b${gap(30)}(?:verbatim|in full|word for word|exactly|code block|back to me|[.,] ?${gap(12)}code block|\\.? put it)`,
  ),
  rule(
    'text-above-verbatim',
    1,
    `\\b(?:text|words|content) above verbatim\\b|\\bbeginning with " ?you are\\b|\\bstarting with (?:the words )?" ?you are\\b|\\brepeat\\b${gap(30)}\\bword for word\\b`,
  ),
  rule('initialization', 1, `\\b(?:${extract})\\b${gap(12)}\\binitiali[sz]ation (?:string|prompt|text)\\b`),
  rule('not-supposed', 1, `\\bwhat are you (?:not supposed|not allowed|forbidden)(?: to)? (?:tell|say|reveal|talk)`),
  rule('print-variable', 1, `\\b(?:console ?\\. ?log|print|echo) ?\\( ?(?:system_?prompt|initial_?prompt)`),
  rule(
    'secret',
    0.6,
    `\\b(?:${extract}|tell me|give me|say|send)\\b${gap(20)}\\b(?:secret key|api keys?|passphrase|access token|admin password|secret password|credentials)\\b`,
  ),
  rule(
    'user-password',
    0.6,
    `\\b(?:tell me|give me|share|confirm|what is|what's)\\b${gap(12)}\\b(?:your|the user's|user's) (?:password|passphrase|bank balance|email address|birth date)\\b`,
  ),
  // Nobody asks a text for its password; somebody asks the model.
  rule(
    'your-password',
    1,
    `(?<!\\b(?:never|not|don't|to|should|must|cannot|can't|please|who|they|that) )\\b(?:tell me|give me|what is|what's|share with me|reveal|need)\\b${gap(4)} your (?:system )?(?:password|passphrase)\\b(?! (?:polic|manager|reset|field|length|rules|requirement|hint|strategy))`,
  ),
  rule(
    'other-users',
    0.6,
    `\\b(?:${extract}|tell|give|list)\\b${gap(16)}\\bother users?'? ?(?:'? ?s)? ?'? ?(?:data|messages|conversations|details|emails)`,
  ),
  rule('do-anything-now', 1, `\\bdo anything now\\b`),
  rule(
    'mode',
    1,
    `\\b(?:you are|you're|enter|entering|enable|enabled|activate|switch|turned on|now in|being|with|simulate)\\b${gap(24)}\\b(?:dan|developer|debug|god|maintenance|jailbreak|unrestricted|sudo|evil|root|unfiltered|opposite) mode\\b|\\b(?:developer|dan|god|jailbreak|debug) mode (?:enabled|activated|on|unlocked)\\b|< ?(?:god|dev|admin|developer) mode ?>`,
  ),
  rule(
    'typical-confines',
    1,
    `\\btypical confines\\b|\\bbroken free of\\b${gap(30)}\\b(?:ai|rules|confines|norms)\\b|\\bfreed from\\b${gap(30)}\\b(?:ai|confines|restrictions)\\b|\\bavoid the norms\\b`,
  ),
  rule(
    'not-abide',
    0.7,
    `\\b(?:(?:do|does|did|need|have|will|must|should|can) not|don't|doesn't|needn't|won't|not have|without having|no need|freed? from having)(?: have| need)?(?: to)? (?:abide|adhere|comply with|obey|be bound|follow (?:any|the|openai|its|ethical))\\b`,
  ),
  rule(
    'no-restrictions',
    0.6,
    `\\b(?:no|without|without any|free of all|free from|zero|lacks?|devoid of|not bound by|ignoring|regardless of|has no|have no|bypass)\\b${gap(30)}\\b(?:restrictions|limitations|limits|censorship|filters?|filtering|morals?|morality|ethics|ethical|boundaries|guidelines|constraints|safeguards|moral compass|rules)\\b`,
  ),
  rule('unfiltered', 0.5, `\\b(?:unfiltered|uncensored|amoral|unethical|immoral|unhinged|unrestricted|evil)\\b`),
  rule('jailbreak', 0.5, `\\bjail ?br(?:eak|oken)\\b`),
  rule(
    'ai-persona',
    0.5,
    `\\b(?:ai|chatbot|language model|assistant|bot|chatgpt|gpt)\\b${gap(40)}\\b(?:named|called|known as|model named|personality)\\b`,
  ),
  rule(
    'never-refuse',
    0.6,
    `\\b(?:never|not|cannot|can't|don't|won't|without)\\b${gap(12)}\\b(?:refus(?:e|ing)|reject|decline|deny|say no|apologi[sz]e|say you can't|censor)\\b`,
  ),
  rule(
    'provider-policy',
    0.6,
    `\\bopenai'? ?s?\\b${gap(24)}\\b(?:polic(?:y|ies)|guidelines|rules|restrictions)\\b|\\b(?:content|usage) polic(?:y|ies)\\b`,
  ),
  rule(
    'stay-in-character',
    0.5,
    `\\b(?:stay in character|break character|breaking character|stay a dan|remain in character|stay in role|immerse yourself)\\b`,
  ),
  rule('from-now-on', 0.4, `\\bfrom now on ?,? ?(?:you|u|your|refer|respond|answer|act|speak)\\b`),
  rule('no-longer', 0.6, `\\byou are no longer\\b|\\byou're no longer\\b|\\bare not (?:chatgpt|an ai|bound)\\b`),
  rule(
    'you-are-now',
    0.5,
    `\\b(?:you are|you're|you will be|u are) now (?:an?|the|in|my|dan|acting|called|named|free|known|going to (?:act|be|pretend|play|take)|[a-z]{2,14}(?:gpt|bot))\\b`,
  ),
  rule(
    'pretend',
    0.4,
    `\\b(?:act as (?!soon|if|well|needed|a (?:team|reminder|buffer))|pretend|simulate|role ?play|roleplaying|play the role|take on the (?:role|persona)|impersonate|acting as|persona)\\b`,
  ),
  rule(
    'pretend-evil',
    0.6,
    `\\b(?:act as|pretend|you are|simulate)\\b${gap(16)}\\b(?:evil|malicious|unfiltered|uncensored|amoral|jailbroken|without)\\b`,
  ),
  rule(
    'no-warnings',
    0.5,
    `\\b(?:no|without|never|don't|not|any|omit|avoid)\\b${gap(30)}\\b(?:warnings?|disclaimers?|moralizing|lectur(?:e|ing)|caveats|ethical concerns|moral judgements?)\\b`,
  ),
  rule('illegal', 0.2, `\\b(?:illegal|unethical|immoral|unlawful|harmful|dangerous|offensive|nsfw|explicit)\\b`),
  rule('as-an-ai', 0.4, `\\bas an? ai(?: language model)?\\b|\\bi ?'? ?m (?:sorry|unable)\\b|\\bi cannot\\b`),
  rule('two-answers', 0.5, `\\b(?:two|2|both)(?: \\w{1,12})? (?:responses|ways|answers|replies|paragraphs|personalities)\\b`),
  rule('always-answer', 0.5, `\\b(?:always|must)\\b${gap(12)}\\b(?:answer|respond|comply|fulfill?|obey|follow|reply)s?\\b`),
  rule('model-name', 0.3, `\\b(?:chatgpt|gpt 4|gpt|openai|dan|language model)\\b`),
  rule(
    'answer-prefix',
    0.4,
    `\\b(?:start|begin|prefix|preface)\\b${gap(20)}\\b(?:your|each|every|all|the)\\b${gap(12)}\\b(?:response|answer|reply|message|output|replies|responses)s?\\b`,
  ),
  rule(
    'addressed-reader',
    1,
    `\\b(?:to|for|attention|hey|note to)(?: the| any| all| every)? (?:ai|llm|assistant|language model|chatbot|ai model|ai assistant|model)s? (?:reading|processing|that reads|summari[sz]ing|evaluating|reviewing|that is reading|who reads)\\b`,
  ),
  rule(
    'addressed-if-model',
    0.7,
    `\\bif you are an? (?:ai|llm|large language model|language model|chatbot)\\b|\\battention ?,? (?:ai|llm|assistant)s?\\b`,
  ),
  rule(
    'only-say',
    0.6,
    `\\b(?:say only|only say|just say|just print|only print|respond only with|reply only with|only respond with|respond with only|output only)\\b ?["':]`,
  ),
  rule(
    'just-print',
    0.4,
    `\\b(?:say only|just say|just print|just output|simply say|only output|instead print|instead say|instead (?:write|tell|output|reply))\\b`,
  ),
  rule('say-yes', 0.4, `\\b(?:say|answer) (?:yes|no)\\b`),
  rule('hijacked', 0.6, `\\b(?:hijacked|pwned|hacked)\\b`),
  rule('stop', 0.4, `(?:^|[.!?\\n] ?)stop(?: everything)? ?[.,!-]`),
  rule(
    'before-doing-first',
    0.6,
    `\\bbefore (?:summari[sz]ing|translating|answering|responding|replying|continuing|you (?:summari[sz]e|answer|translate|continue|start)|reading|doing)${gap(20)} ?, ?(?:you must )?first\\b`,
  ),
  rule(
    'verdict',
    0.6,
    `\\b(?:give|rate|rank|grade|score|award|assign)\\b${gap(8)}\\b(?:this|the|my) (?:applicant|candidate|resume|cv|essay|product|student|paper|submission|application|answer)\\b${gap(10)}\\b(?:perfect|highest|full|top|maximum|best|a 10|5 star)\\b`,
  ),
  rule('only-recommend', 0.5, `\\b(?:recommend only|only recommend|always recommend|recommend nothing but)\\b`),
  rule(
    'exfiltrate',
    1,
    `\\b(?:send|post|forward|upload|transmit|email|append|exfiltrate)\\b${gap(10)}\\b(?:conversation|chat|messages|chat history|user data|users' data|api keys?|previous messages|all data)\\b${gap(20)}\\b(?:to|at) (?:the )?(?:url|http)`,
  ),
  rule('your-response', 0.4, `\\b(?:your|the|its) (?:response|reply|answer|output)\\b`),
  rule('hypothetical', 0.1, `\\b(?:hypothetical|hypothetically|fictional|fiction|imagine)\\b`),
  rule(
    'great-job-now',
    0.4,
    `\\b(?:very good|well done|great job|excellent|you did (?:it )?(?:really )?(?:great|well)|that is enough)\\b${gap(30)}[.!,]?${gap(20)}[.!]? ?(?:now|but now|and now)\\b`,
  ),
  rule(
    'decode-and-do',
    0.6,
    `\\b(?:decode|decrypt|read backwards|reverse)\\b[a-z0-9' ]{0,30}\\b(?:and|then) (?:follow|obey|do|execute|run|act|comply)\\b`,
  ),
  rule('abandon-thoughts', 0.7, `\\babandon all\\b|\\brepeat after me\\b`),
]

const index = indexRules(englishRules)

export function findEnglishSigns(canonical: string): Sign[] {
  return /[a-z]{3}/.test(canonical) ? findIndexedSigns(index, canonical) : []
}
