import { useId } from 'react'
import { CoffeePicture } from './art/coffee-picture.tsx'
import { followers, longest } from './terms.ts'
import type { Post } from './use-post.ts'
import { useWords } from './words/use-words.ts'

/** The post as followers will see it, and the button that sends it on its way. */
export function PostPreview({ post }: { post: Post }) {
  const { words, number, moment } = useWords()
  const textId = useId()
  const { platform, text, time, scheduled } = post
  const over = [...text].length - longest[platform]
  return (
    <aside className="preview panel" aria-labelledby="preview-title">
      <h2 id="preview-title">{words.preview.title}</h2>
      <div className="post">
        <div className="post-author">
          <span className="avatar" aria-hidden="true">
            {words.preview.shop.slice(0, 1)}
          </span>
          <span>
            <b>{words.preview.shop}</b>
            <small>
              {words.platforms[platform]} · {words.preview.followers(number(followers[platform]))}
            </small>
          </span>
        </div>
        <CoffeePicture />
        <div className="field">
          <label className="unseen" htmlFor={textId}>
            {words.preview.caption}
          </label>
          <textarea
            id={textId}
            rows={6}
            readOnly={scheduled}
            placeholder={words.preview.placeholder}
            value={text}
            onChange={({ target }) => post.write(target.value)}
          />
          <span className={over > 0 ? 'hint over' : 'hint'}>
            {over > 0 ? words.preview.over(over) : words.preview.characters(number([...text].length), number(longest[platform]))}
          </span>
        </div>
      </div>
      <p className="goes-out">
        <span>
          <small>{words.preview.goesOut}</small>
          <b>{time ? moment(time.date, time.time) : words.preview.noTime}</b>
        </span>
        {time && !scheduled && (
          <button type="button" className="round" aria-label={words.preview.clearTime} onClick={post.clearTime}>
            ×
          </button>
        )}
      </p>
      {scheduled ? (
        <button key="change" type="button" className="button large" onClick={post.reopen}>
          {words.preview.change}
        </button>
      ) : (
        <button
          key="schedule"
          type="button"
          className="button primary large"
          disabled={!time || text.trim() === '' || over > 0}
          onClick={post.schedule}
        >
          {words.preview.schedule}
        </button>
      )}
      <p className="hint" role="status">
        {scheduled && time ? words.preview.scheduled(words.platforms[platform]) : words.preview.note}
      </p>
    </aside>
  )
}
