import { CustomErrorBase } from '@backstage/errors';

/** The cluster was read only a moment ago; every reading costs its API server something. */
export class RefreshTooSoonError extends CustomErrorBase {
  name = 'RefreshTooSoonError' as const;
  /** Backstage's error handling takes the status from here. */
  readonly statusCode = 429;

  constructor(message: string, readonly retryAfterSeconds: number) {
    super(message);
  }
}
