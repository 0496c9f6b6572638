import { BillingError } from '../../api/index.js';

/**
 * Runs a task with a signal that aborts when `outer` does or when the time is up. Rejects with `aborted` or `timeout`
 * at that moment, even when the task doesn't listen to its signal: token functions and bodies that stall often don't.
 */
export async function withDeadline<T>(
  timeoutMs: number,
  outer: AbortSignal | undefined,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const inner = new AbortController();
  const abort = (): void => inner.abort(new BillingError('aborted', 'nobody waits for the answer any more'));
  const timer = setTimeout(
    () => inner.abort(new BillingError('timeout', `no answer within ${timeoutMs} ms`)),
    timeoutMs,
  );
  if (outer?.aborted) abort();
  outer?.addEventListener('abort', abort);
  try {
    return await unlessAborted(inner.signal, task);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', abort);
  }
}

/** The task's outcome, or the signal's reason if that comes first; a task isn't even begun when it is there already. */
function unlessAborted<T>(signal: AbortSignal, task: (signal: AbortSignal) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort);
    task(signal).then(resolve, reject);
  });
}
