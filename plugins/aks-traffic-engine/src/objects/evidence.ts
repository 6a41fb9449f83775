import {
  ArmRef,
  Evidence,
  ObjectRef,
} from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../model/observation';
import { referenceOf } from './metadata';
import { stableText } from './stableText';

/** What evidence says where a field, object or row is not there. */
export const absent = '(absent)';

/** Evidence from one field of a Kubernetes object. */
export function objectEvidence(options: {
  object: KubernetesObject | ObjectRef;
  field: string;
  value: unknown;
  meaning: string;
}): Evidence {
  const { object, field, value, meaning } = options;
  return {
    object:
      'metadata' in object
        ? referenceOf(object as KubernetesObject)
        : (object as ObjectRef),
    field,
    value: valueText(value),
    meaning,
  };
}

/** Evidence from one field of an Azure row. */
export function armEvidence(options: {
  armId: string;
  field: string;
  value: unknown;
  meaning: string;
}): Evidence {
  const { armId, field, value, meaning } = options;
  const object: ArmRef = { armId };
  return { object, field, value: valueText(value), meaning };
}

function valueText(value: unknown): string {
  if (value === undefined || value === null) {
    return absent;
  }
  if (typeof value === 'string') {
    return value === '' ? '(empty)' : value;
  }
  return stableText(value);
}
