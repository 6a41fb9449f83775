import {
  AnnotationVerdict,
  EntryPoint,
  InheritedEffect,
  MigrationTarget,
  TargetRequirement,
} from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../../model/observation';
import { ClusterFacts } from '../ClusterFacts';
import { Demand } from './Demand';

/** What has to move of a service: the Ingresses that something retiring serves, and what is known of them. */
export interface Move {
  /** The ways in through them. */
  entries: readonly EntryPoint[];
  ingresses: readonly KubernetesObject[];
  annotations: readonly AnnotationVerdict[];
  effects: readonly InheritedEffect[];
  /** What that asks of every target alike. */
  demands: readonly Demand[];
}

/** Compares one thing that a move asks of a target with what the target and the cluster have. */
export type MoveRequirement = (
  move: Move,
  target: MigrationTarget,
  facts: ClusterFacts,
) => TargetRequirement | undefined;
