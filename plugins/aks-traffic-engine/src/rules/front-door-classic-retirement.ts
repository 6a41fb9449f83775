import { FrontDoorClassic } from '../azure/facts';
import { ServiceDraft } from '../model/draft';
import { AssessmentInput } from '../model/stages';
import { armEvidence, objectEvidence } from '../objects/evidence';
import { createRule } from './createRule';
import { reportRetirement } from './reportRetirement';

/** Services behind a classic Front Door, recognised by its backends' addresses. */
export const frontDoorClassicRetirement = createRule(
  {
    id: 'front-door-classic-retirement',
    description:
      'Azure Front Door (classic) is being retired; Standard and Premium are not.',
    retirement: 'RET-AFD-CLASSIC',
    remediation: {
      summary: 'Migrate the profile to Front Door Standard or Premium.',
      actions: [
        'Check with the migration tool in the Azure portal whether the profile can be migrated as it is.',
        'Migrate to Premium where the origin shall be reached through Private Link, else to Standard.',
        'Check firewall policies, certificates and the service tag AzureFrontDoor.Backend at the origin afterwards.',
      ],
    },
  },
  {
    *service(service, input) {
      for (const { frontDoor, address } of frontDoorsOf(service, input)) {
        yield reportRetirement({
          id: 'RET-AFD-CLASSIC',
          now: input.now,
          subject: { armId: frontDoor.armId },
          evidence: [
            armEvidence({
              armId: frontDoor.armId,
              field: 'properties.backendPools[].properties.backends[].address',
              value: address,
              meaning: 'A backend of the classic Front Door',
            }),
            objectEvidence({
              object: service.object,
              field: '(entry point)',
              value: address,
              meaning: 'The same host or address leads to this Service',
            }),
          ],
          message: clause =>
            `Front Door (classic) ${frontDoor.name} stands in front of this Service, and ${clause}: traffic that comes through it will not arrive then. Migrate the profile to Standard or Premium.`,
        });
      }
    },
  },
);

function frontDoorsOf(
  service: ServiceDraft,
  { azure }: AssessmentInput,
): { frontDoor: FrontDoorClassic; address: string }[] {
  const found = new Map<FrontDoorClassic, string>();
  if (azure.frontDoorClassics.length === 0) {
    return [];
  }
  for (const { hosts, addresses } of service.entryPoints) {
    for (const address of [...addresses, ...hosts]) {
      for (const frontDoor of azure.frontDoorClassicAt(address)) {
        found.set(frontDoor, found.get(frontDoor) ?? address);
      }
    }
  }
  return [...found].map(([frontDoor, address]) => ({ frontDoor, address }));
}
