import { ClusterObservation, KubernetesObject } from '../model/observation';
import { referenceOf } from '../objects/metadata';
import { ObservedAddress } from './observedAddresses';
import { plainReach, Reach } from './Reach';
import { widestExposure } from './widestExposure';

/**
 * Joins what an object asks for with the addresses it got. The wider of the two counts, and a difference is a
 * contradiction. Without an address a running cluster is still working on it; files never have one.
 */
export function joinDeclared(options: {
  object: KubernetesObject;
  origin: ClusterObservation['origin'];
  declared: Reach;
  observed: readonly ObservedAddress[];
}): Reach {
  const { object, origin, declared, observed } = options;
  if (observed.length === 0) {
    return origin === 'files'
      ? declared
      : { ...plainReach('pending', declared.evidence) };
  }
  const seen = widestExposure(observed.map(({ exposure }) => exposure));
  const evidence = [
    ...declared.evidence,
    ...observed.flatMap(each => each.evidence),
  ];
  const decided = [seen, declared.exposure].every(
    exposure => exposure !== 'unknown',
  );
  const differs = decided && seen !== declared.exposure;
  return {
    ...declared,
    exposure: decided
      ? widestExposure([seen, declared.exposure])
      : [seen, declared.exposure].find(exposure => exposure !== 'unknown') ??
        'unknown',
    addresses: observed.map(({ address }) => address),
    evidence,
    contradictions: differs
      ? [
          {
            kind: 'exposure-mismatch',
            subject: referenceOf(object),
            message: `${object.kind} ${object.metadata.name} asks for ${declared.exposure}, but its address is ${seen}.`,
            evidence,
          },
        ]
      : [],
  };
}
