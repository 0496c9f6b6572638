/** What a check found: the rule that does not hold, what it asks for, and what came. */
export class ConformanceError extends Error {
  override readonly name = 'ConformanceError';

  constructor(
    /** What must be true of every adapter. */
    readonly rule: string,
    readonly expected: unknown,
    readonly received: unknown,
    options?: ErrorOptions,
  ) {
    super(`${rule}\n  expected: ${shown(expected)}\n  received: ${shown(received)}`, options);
  }
}

/** A check that could not be made; the message says what was not offered. It has neither passed nor failed. */
export class CheckSkipped extends Error {
  override readonly name = 'CheckSkipped';
}

const LONGEST = 2000;

/** A value as a log can hold it. */
function shown(value: unknown): string {
  if (value instanceof Error) return describeError(value);
  if (typeof value === 'string') return value;
  const text = (JSON.stringify(value, null, 1) ?? String(value)).replace(/\s*\n\s*/g, ' ');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text;
}

function describeError(error: Error): string {
  const { kind, code, fields } = error as Error & { kind?: string; code?: string; fields?: object };
  const what = [error.name, kind, code].filter((part) => part !== undefined).join(' ');
  return `${what}: ${error.message}${fields && Object.keys(fields).length > 0 ? ` ${JSON.stringify(fields)}` : ''}`;
}
