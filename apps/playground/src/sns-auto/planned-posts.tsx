import type { PlannedPost } from './use-plan.ts'
import { useWords } from './words/use-words.ts'

interface PlannedPostsProps {
  posts: readonly PlannedPost[]
  onRemove: (key: number) => void
}

export function PlannedPosts({ posts, onRemove }: PlannedPostsProps) {
  const { words, day } = useWords()
  return (
    <section className="planned panel" aria-labelledby="planned-title">
      <h3 id="planned-title">{words.plan.yours}</h3>
      {posts.length === 0 ? (
        <p className="empty">{words.plan.empty}</p>
      ) : (
        <ol aria-labelledby="planned-title">
          {posts.map(({ key, date, platform, theme, hook }) => (
            <li key={key} data-platform={platform}>
              <time dateTime={date}>{day(date)}</time>
              <span>
                <b>{theme}</b>
                <small>
                  {words.platforms[platform as keyof typeof words.platforms]} · {hook}
                </small>
              </span>
              <button type="button" className="round" aria-label={words.plan.remove(theme)} onClick={() => onRemove(key)}>
                ×
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
