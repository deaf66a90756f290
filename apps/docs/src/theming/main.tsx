import '@inkling/widget-kit/styles.css'
import './preview.css'
import { createRoot } from 'react-dom/client'
import { LivePreview } from './live-preview.tsx'

const place = document.getElementById('theme-preview')
if (place) createRoot(place).render(<LivePreview />)
