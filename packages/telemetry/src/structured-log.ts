import { type Logger, pino } from 'pino'
import { errorsIn, oneLine, safeFields } from './log-fields.ts'

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** The message is a constant sentence; what varies goes into fields. Further arguments are ignored: nothing is formatted into the message. */
export interface LogLine {
  (message: string, ...ignored: unknown[]): void
  (fields: unknown, message?: string, ...ignored: unknown[]): void
}

/** The methods that a web framework expects of a logger, over the list of allowed fields. */
export interface StructuredLog {
  readonly level: string
  fatal: LogLine
  error: LogLine
  warn: LogLine
  info: LogLine
  debug: LogLine
  trace: LogLine
  silent: LogLine
  /** Every line of the child carries these fields, as far as they are allowed. */
  child(fields: unknown): StructuredLog
}

export interface StructuredLogOptions {
  level: LogLevel
  /** Told how many fields a line has lost, when it has. */
  onDroppedFields?: (fields: number) => void
  /** Default: standard error. */
  destination?: { write(line: string): void }
}

/**
 * JSON lines that cannot leak: fields come from an allow-list, errors leave their messages behind, nothing is interpolated. pino itself stays
 * inside: its children and its serializers could be given ways around the list.
 */
export function createStructuredLog({ level, onDroppedFields = () => {}, destination }: StructuredLogOptions): StructuredLog {
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } },
    // Descriptor 2, standard error: what a command is asked for goes to standard output alone.
    destination ?? pino.destination({ dest: 2, sync: true }),
  )
  return guarded(logger, onDroppedFields)
}

function guarded(logger: Logger, onDroppedFields: (fields: number) => void): StructuredLog {
  function allowed(candidate: unknown) {
    const { fields, dropped } = safeFields(candidate)
    if (dropped > 0) onDroppedFields(dropped)
    return fields
  }

  function line(level: Exclude<LogLevel, 'silent'>): LogLine {
    return (first: unknown, message?: unknown) => {
      if (!logger.isLevelEnabled(level)) return
      if (typeof first === 'string') logger[level](oneLine(first))
      else logger[level](allowed(first), safeMessage(first, message))
    }
  }

  return {
    get level() {
      return logger.level
    },
    fatal: line('fatal'),
    error: line('error'),
    warn: line('warn'),
    info: line('info'),
    debug: line('debug'),
    trace: line('trace'),
    silent: () => {},
    child: (fields) => guarded(logger.child(allowed(fields)), onDroppedFields),
  }
}

/** Frameworks log an error together with its message, which may quote what a caller sent. */
function safeMessage(fields: unknown, message: unknown): string {
  const errors = errorsIn(fields)
  if (typeof message !== 'string') return errors.length > 0 ? 'error' : ''
  return errors.some((error) => error.message !== '' && message.includes(error.message)) ? 'error' : oneLine(message)
}
