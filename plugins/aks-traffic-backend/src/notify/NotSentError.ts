import { CustomErrorBase } from '@backstage/errors';

/** The notifications plugin did not take a notification; the cause says why. */
export class NotSentError extends CustomErrorBase {
  name = 'NotSentError' as const;
}
