import '@fontsource-variable/bricolage-grotesque'
import '@fontsource-variable/figtree'
import './styles/page.css'
import './styles/prose.css'
import './styles/code.css'
import { addCopyButtons } from './copy-buttons.ts'
import { followHeadings } from './follow-headings.ts'
import { addThemeSwitch } from './theme-switch.ts'

addThemeSwitch()
addCopyButtons()
followHeadings()
// On a phone the pages are a strip: the current one may stand far to the right.
document.querySelector('.side [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
