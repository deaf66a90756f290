import { ProductPage } from '../page/product-page.tsx'
import { ChooseTime } from './choose-time.tsx'
import { ComposePost } from './compose-post.tsx'
import { PlanMonth } from './plan-month.tsx'
import { PostPreview } from './post-preview.tsx'
import { SnsAutoLogo } from './sns-auto-logo.tsx'
import { usePost } from './use-post.ts'
import { english } from './words/english.ts'
import { korean } from './words/korean.ts'
import { useWords } from './words/use-words.ts'

const shell = { en: english.shell, ko: korean.shell }

/** A scheduler for social posts, with Inkling's widgets where its users write, choose a time, and plan. */
export function SnsAutoPage() {
  return (
    <ProductPage
      product="sns-auto"
      suggestions={['captions', 'postingTimes', 'contentStrategy']}
      name="SNS Auto"
      logo={<SnsAutoLogo />}
      initials="HS"
      words={shell}
    >
      <Composer />
      <div className="band">
        <div className="wide">
          <PlanMonth />
        </div>
      </div>
    </ProductPage>
  )
}

function Composer() {
  const { words } = useWords()
  const post = usePost()
  return (
    <div className="wide composer">
      <header className="workspace-head">
        <h1>{words.title}</h1>
        <p>{words.text}</p>
      </header>
      <div className="composer-columns">
        <div>
          <ComposePost post={post} />
          <ChooseTime post={post} />
        </div>
        <PostPreview post={post} />
      </div>
    </div>
  )
}
