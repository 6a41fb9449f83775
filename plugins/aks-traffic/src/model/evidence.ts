import {
  ArmRef,
  Evidence,
  ObjectRef,
} from 'backstage-plugin-aks-traffic-common';

/** The evidence that one object gives. */
export interface ObjectEvidence {
  object: ObjectRef | ArmRef;
  evidence: Evidence[];
}

/** The question about an entry point that a piece of evidence answers: what serves it, or from where it is reached. */
export type EvidenceAspect = 'system' | 'exposure';

/** Fields that say where something can be reached, as Kubernetes and Azure write them. */
const addressFields: readonly RegExp[] = [
  /^status\.(loadBalancer|addresses|endpoints)\b/,
  /^spec\.(addresses|loadBalancer\w*|externalTrafficPolicy)\b/,
  /annotations.*(load-?balancer|azure-pls-|use-private-ip)/i,
  /enableNodePublicIP/i,
  /^properties\.(ipAddress|privateIPAddress|frontendIPConfigurations|publicNetworkAccess)\b/,
];

/** Azure resources that are an address, or pass traffic on to one. */
const addressResources =
  /\/(publicIPAddresses|publicIPPrefixes|frontendIPConfigurations|privateLinkServices|privateEndpoints)\/|\/microsoft\.cdn\//i;

/** Fields by which a Service lets traffic in itself, so that they answer both questions. */
const serviceFields = /^spec\.(type|externalIPs)\b/;

/**
 * The evidence that answers one question about an entry point. The report does not tell questions apart, only fields
 * do: each piece is in one answer at least, and an answer that would be empty is all of them.
 */
export function evidenceFor(
  aspect: EvidenceAspect,
  evidence: readonly Evidence[],
): Evidence[] {
  const answering = evidence.filter(
    item =>
      serviceFields.test(item.field) ||
      isAboutAddress(item) === (aspect === 'exposure'),
  );
  return answering.length > 0 ? answering : [...evidence];
}

function isAboutAddress({ object, field }: Evidence): boolean {
  return (
    addressFields.some(pattern => pattern.test(field)) ||
    ('armId' in object && addressResources.test(object.armId))
  );
}

/** Evidence gathered under its objects, each piece once, in the order the report has them. */
export function evidenceByObject(
  evidence: readonly Evidence[],
): ObjectEvidence[] {
  const groups = new Map<string, ObjectEvidence>();
  const seen = new Set<string>();
  for (const item of evidence) {
    const objectKey = keyOf(item.object);
    const itemKey = JSON.stringify([
      objectKey,
      item.field,
      item.value,
      item.meaning,
    ]);
    if (seen.has(itemKey)) {
      continue;
    }
    seen.add(itemKey);
    const group = groups.get(objectKey) ?? {
      object: item.object,
      evidence: [],
    };
    group.evidence.push(item);
    groups.set(objectKey, group);
  }
  return [...groups.values()];
}

function keyOf(object: ObjectRef | ArmRef): string {
  return 'armId' in object
    ? object.armId.toLowerCase()
    : JSON.stringify([
        object.apiVersion,
        object.kind,
        object.namespace,
        object.name,
      ]);
}
