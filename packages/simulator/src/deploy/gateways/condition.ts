import { Fields } from '../../estate/materialise/fields';

/** A condition of a status, as controllers of the Gateway API write it. */
export function condition(options: {
  type: string;
  holds: boolean;
  reason: string;
  message?: string;
  time: string;
}): Fields {
  const { type, holds, reason, message = '', time } = options;
  return {
    type,
    status: holds ? 'True' : 'False',
    reason,
    message,
    observedGeneration: 1,
    lastTransitionTime: time,
  };
}
