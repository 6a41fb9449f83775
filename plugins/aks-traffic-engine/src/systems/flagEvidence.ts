import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { Workload } from '../model/draft';
import { objectEvidence } from '../objects/evidence';
import { templateField } from './recognizeBy';

/** Evidence from one flag of a controller, including that it was left to its default. */
export function flagEvidence(options: {
  workload: Workload;
  flags: ReadonlyMap<string, string>;
  flag: string;
  meaning: string;
}): Evidence {
  const { workload, flags, flag, meaning } = options;
  const value = flags.get(flag);
  return objectEvidence({
    object: workload.reference,
    field: `${templateField(workload, 'args')} --${flag}`,
    value,
    meaning,
  });
}

/** A flag that lists namespaces; `undefined` when all are watched. */
export function namespacesFlag(
  flags: ReadonlyMap<string, string>,
  ...names: string[]
): string[] | undefined {
  for (const name of names) {
    const namespaces = (flags.get(name) ?? '')
      .split(',')
      .map(entry => entry.trim())
      .filter(entry => entry !== '');
    if (namespaces.length > 0) {
      return namespaces;
    }
  }
  return undefined;
}

/** Whether a boolean flag is on. */
export function isOn(
  flags: ReadonlyMap<string, string>,
  flag: string,
): boolean {
  return flags.get(flag)?.toLowerCase() === 'true';
}
