import '@fontsource-variable/bricolage-grotesque/wght.css'
import '@fontsource-variable/figtree/wght.css'
import '@inkling/widget-kit/styles.css'
import '../overview/overview.css'
import './states.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { StatesPage } from './states-page.tsx'

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <StatesPage />
  </StrictMode>,
)
