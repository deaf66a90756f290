import '@fontsource-variable/bricolage-grotesque/wght.css'
import '@fontsource-variable/figtree/wght.css'
import '@inkling/widgets-review/styles.css'
import '../page/styles/base.css'
import '../page/styles/controls.css'
import './styles/page.css'
import './styles/campaign.css'
import './styles/people.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ReviewPage } from './review-page.tsx'

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <ReviewPage />
  </StrictMode>,
)
