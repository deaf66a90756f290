interface CodeEditorProps {
  file: string
  label: string
  code: string
  onChange: (code: string) => void
}

// As much as the explanation takes.
const mostCharacters = 4_000

/** A plain field for code under its line numbers. It grows with its lines, so that numbers and lines scroll as one. */
export function CodeEditor({ file, label, code, onChange }: CodeEditorProps) {
  const lines = code.split('\n')
  return (
    <div className="editor" dir="ltr">
      <div className="editor-bar">
        <i />
        <i />
        <i />
        <span>{file}</span>
      </div>
      <div className="editor-body">
        <div className="editor-numbers" aria-hidden="true">
          {lines.map((_, index) => (
            <span key={index}>{index + 1}</span>
          ))}
        </div>
        <textarea
          aria-label={label}
          rows={lines.length}
          wrap="off"
          spellCheck={false}
          autoCapitalize="off"
          maxLength={mostCharacters}
          value={code}
          onChange={({ target }) => onChange(target.value)}
        />
      </div>
    </div>
  )
}
