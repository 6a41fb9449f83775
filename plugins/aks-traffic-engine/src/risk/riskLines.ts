import {
  Controller,
  MigrationEffort,
  RiskLine,
  ServiceRetirement,
  TargetOption,
} from 'backstage-plugin-aks-traffic-common';
import { ServiceDraft } from '../model/draft';
import { Move } from '../targets/service/Move';
import { annotationLines } from './lines/annotationLines';
import { effortLine } from './lines/effortLine';
import { exposureLine } from './lines/exposureLine';
import { supportLine } from './lines/supportLine';
import { versionLine } from './lines/versionLine';
import { riskLine } from './riskLine';

/** The score of a service that stands on something retiring, line by line. What is not known counts like the worst. */
export function riskLines(options: {
  service: ServiceDraft;
  retirements: readonly ServiceRetirement[];
  move: Move;
  controllers: readonly Controller[];
  effort: MigrationEffort;
  option?: TargetOption;
  waysInKnown: boolean;
}): RiskLine[] {
  const { service, retirements, move, controllers, effort, option } = options;
  const attached = service.entryPoints.filter(
    ({ attached: isAttached }) => isAttached !== false,
  );
  // Retirements of load balancers and of what stands in front are not about Ingresses.
  const entries = move.entries.length > 0 ? move.entries : attached;
  return [
    ...supportLine(retirements),
    ...exposureLine(entries),
    ...annotationLines(move.annotations),
    ...versionLine(move.entries, controllers),
    ...effortLine({ effort, move, option }),
    ...(options.waysInKnown
      ? []
      : [
          riskLine(
            'partly-read',
            'Not everything that can lead to the service was read; there may be more to move.',
            [],
          ),
        ]),
  ];
}
