import { RatingError } from '../../src/rating/index.js';

/** The code and the field of the error that `act` throws; it must be rating's own. */
export function thrownBy(act: () => unknown): [string, string] {
  try {
    act();
  } catch (error) {
    if (error instanceof RatingError) return [error.code, error.field];
    throw error;
  }
  throw new Error('nothing was thrown');
}
