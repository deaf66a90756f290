import '@fontsource-variable/bricolage-grotesque/wght.css'
import '@fontsource-variable/figtree/wght.css'
import '@inkling/widgets-webapp-builder/styles.css'
import '../page/styles/base.css'
import '../page/styles/controls.css'
import './styles/page.css'
import './styles/courses.css'
import './styles/assignment.css'
import './styles/board.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { WebappBuilderPage } from './webapp-builder-page.tsx'

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <WebappBuilderPage />
  </StrictMode>,
)
