import { TargetRequirement } from 'backstage-plugin-aks-traffic-common';
import { ClusterFacts } from '../ClusterFacts';

/** Compares one thing a target needs with what a cluster has; nothing where it does not arise there. */
export type ClusterRequirement = (
  facts: ClusterFacts,
) => TargetRequirement | undefined;
