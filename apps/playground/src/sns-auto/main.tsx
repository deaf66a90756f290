import '@fontsource-variable/bricolage-grotesque/wght.css'
import '@fontsource-variable/figtree/wght.css'
import '@inkling/widgets-sns-auto/styles.css'
import '../page/styles/base.css'
import '../page/styles/controls.css'
import './styles/page.css'
import './styles/compose.css'
import './styles/plan.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { SnsAutoPage } from './sns-auto-page.tsx'

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <SnsAutoPage />
  </StrictMode>,
)
