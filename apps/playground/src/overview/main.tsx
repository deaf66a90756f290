import '@fontsource-variable/bricolage-grotesque/wght.css'
import '@fontsource-variable/figtree/wght.css'
import './overview.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { OverviewPage } from './overview-page.tsx'

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <OverviewPage />
  </StrictMode>,
)
