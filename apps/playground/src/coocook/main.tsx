import '@fontsource-variable/bricolage-grotesque/wght.css'
import '@fontsource-variable/figtree/wght.css'
import '@inkling/widgets-coocook/styles.css'
import '../page/styles/base.css'
import '../page/styles/controls.css'
import './styles/page.css'
import './styles/find-chef.css'
import './styles/evening.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { CoocookPage } from './coocook-page.tsx'

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <CoocookPage />
  </StrictMode>,
)
