import { digest } from '../../digest';
import { ChangedService } from '../list/replaceListRows';
import { systemsAtRisk } from '../list/toListColumns';

/** Changes whenever rows come to be written in another way, so that those of earlier versions are rewritten. */
const rowFormat = 2;

/** Tells whether the stored row of a Service says what a verdict says. */
export function contentHash({
  service,
  assessment,
  labelSets,
  readWhole,
}: Omit<ChangedService, 'id'>): string {
  return digest([
    rowFormat,
    service,
    labelSets,
    readWhole,
    assessment ?? null,
    systemsAtRisk(service, assessment) ?? null,
  ]);
}
