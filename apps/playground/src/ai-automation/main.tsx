import '@fontsource-variable/bricolage-grotesque/wght.css'
import '@fontsource-variable/figtree/wght.css'
import '@inkling/widgets-ai-automation/styles.css'
import '../page/styles/base.css'
import '../page/styles/controls.css'
import './styles/page.css'
import './styles/canvas.css'
import './styles/editor.css'
import './styles/sections.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { AutomationPage } from './automation-page.tsx'

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <AutomationPage />
  </StrictMode>,
)
