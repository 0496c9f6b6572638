import { define, type Definition } from '../define.js';
import { refused, within } from '../expect.js';
import { SAMPLE_READS, type ReadCall, type SampleRead } from '../samples/reads.js';

const ABORTED = { kind: 'aborted' } as const;

const aborted = ({ name, needs, prepare }: SampleRead): Definition =>
  define({
    id: `abort/${name}`,
    title: `${name}() rejects when its signal is aborted, before or on the way, and answers the next call`,
    needs,
    run: async (kit) => {
      const read = await prepare(kit);
      await refused(
        () => read({ signal: AbortSignal.abort() }),
        ABORTED,
        'a signal that is aborted before ends a read',
      );
      await refused(() => leave(read), ABORTED, 'a signal that is aborted on the way ends a read');
      await within(read({ signal: new AbortController().signal }));
    },
  });

/** Calls, and wants the answer no more. */
function leave(read: ReadCall): Promise<unknown> {
  const leaving = new AbortController();
  const answer = read({ signal: leaving.signal });
  leaving.abort();
  return answer;
}

/** Nobody waits for what nobody wants any more. */
export const ABORT_CHECKS: readonly Definition[] = SAMPLE_READS.map(aborted);
