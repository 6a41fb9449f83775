import { listField, numberField, textField } from './field';

/** A condition of an object's status, as far as it has the usual fields. */
export interface Condition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
  observedGeneration?: number;
}

/** The condition of one type in a list of conditions. */
export function findCondition(
  holder: unknown,
  type: string,
): Condition | undefined {
  for (const entry of listField(holder, 'conditions')) {
    const status = textField(entry, 'status');
    if (textField(entry, 'type') === type && status !== undefined) {
      return {
        type,
        status,
        reason: textField(entry, 'reason'),
        message: textField(entry, 'message'),
        observedGeneration: numberField(entry, 'observedGeneration'),
      };
    }
  }
  return undefined;
}

/** A condition in words, with its reason. */
export function conditionText(condition: Condition): string {
  return condition.reason === undefined
    ? condition.status
    : `${condition.status} (${condition.reason})`;
}
