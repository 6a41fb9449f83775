import {
  Controller,
  EntryPoint,
  Evidence,
  Finding,
} from 'backstage-plugin-aks-traffic-common';
import { isNginx, readerOf } from '../../annotations/AnnotationReader';
import { judgeAnnotations } from '../../annotations/judgeAnnotations';
import { buildAzureIndex } from '../../azure/buildAzureIndex';
import { clusterId } from '../../egress/__testUtils__/egressEstate';
import { OrphanDraft, ServiceDraft } from '../../model/draft';
import { ResourceRow } from '../../model/estate';
import { KubernetesObject } from '../../model/observation';
import { AssessmentInput } from '../../model/stages';
import { ClusterIndex } from '../../objects/ClusterIndex';
import { observedResources } from '../../objects/observedResources';
import { unreadAnnotationReading } from '../../systems/AnnotationReading';
import { Rule } from '../createRule';

export const proof: Evidence = {
  object: { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'web-1' },
  field: 'spec.containers[0].image',
  value: 'image',
  meaning: 'Proof',
};

/** A cluster as resolved, of which a test tells what matters. The cluster's row is `clusterRow()` unless left out. */
export function ruleInput(
  options: {
    rows?: ResourceRow[];
    objects?: KubernetesObject[];
    controllers?: Controller[];
    services?: ServiceDraft[];
    orphans?: OrphanDraft[];
    contradictions?: AssessmentInput['draft']['contradictions'];
    now?: string;
    severities?: AssessmentInput['severities'];
    /** `whole` unless told otherwise: with `nothing` no absence is proven, `files` stand for manifests. */
    reading?: 'whole' | 'nothing' | 'files';
    /** Types of rows that were read whole. */
    readTypes?: string[];
  } = {},
): AssessmentInput {
  const azure = buildAzureIndex({
    rows: options.rows ?? [],
    gaps: [],
    readTypes: options.readTypes ?? [],
  });
  const reading = options.reading ?? 'whole';
  return {
    draft: {
      cluster: 'shop',
      coverage: { cluster: 'shop', state: 'complete', gaps: [] },
      managedCluster: azure.cluster({ armId: clusterId }),
      controllers: options.controllers ?? [],
      services: options.services ?? [],
      orphans: options.orphans ?? [],
      contradictions: options.contradictions ?? [],
      annotations: {
        verdictsOf: object =>
          judgeAnnotations(object, {
            readers: (options.services ?? [])
              .flatMap(({ entryPoints }) => entryPoints)
              .filter(({ resource }) => resource.name === object.metadata.name)
              .map(({ system }) => readerOfSystem(system)),
          }),
        effectsOf: () => [],
      },
    },
    index: ClusterIndex.create({
      cluster: 'shop',
      coverage: 'complete',
      gaps: [],
      origin: reading === 'files' ? 'files' : 'api',
      reads:
        reading === 'whole'
          ? observedResources.map(({ group, resource }) => ({
              group,
              resource,
              state: 'complete',
            }))
          : [],
      objects: options.objects ?? [],
    }),
    azure,
    now: new Date(options.now ?? '2026-11-22T12:00:00Z'),
    severities: options.severities,
  };
}

export function serviceDraft(parts: Partial<ServiceDraft> = {}): ServiceDraft {
  return {
    namespace: 'shop',
    service: 'web',
    object: {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'web', namespace: 'shop' },
    },
    entryPoints: [],
    exposure: 'cluster-only',
    egress: [],
    eastWest: { networkPolicy: 'none', meshMtls: 'none' },
    workloads: [],
    contradictions: [],
    readWhole: true,
    ...parts,
  };
}

export function entryPoint(parts: Partial<EntryPoint>): EntryPoint {
  return {
    system: 'unknown',
    resource: {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      namespace: 'shop',
      name: 'web',
    },
    hosts: [],
    paths: [],
    tls: 'none',
    exposure: 'internal',
    addresses: [],
    attached: 'unknown',
    capabilities: {},
    confidence: 'proven',
    evidence: [proof],
    ...parts,
  };
}

export function controller(parts: Partial<Controller>): Controller {
  return {
    system: 'unknown',
    name: 'controller',
    namespace: 'ingress',
    classes: [],
    exposure: 'internal',
    addresses: [],
    confidence: 'proven',
    evidence: [proof],
    ...parts,
  };
}

/** What a rule says about the first service, or about the cluster. */
export function serviceFindings(
  rule: Rule,
  input: AssessmentInput,
): readonly Finding[] {
  return rule.service(input.draft.services[0], input);
}

/** A controller of a system that serves what it is asked about. */
function readerOfSystem(system: EntryPoint['system']) {
  return readerOf({
    system,
    served: true,
    ...(isNginx(system) && { annotationReading: unreadAnnotationReading }),
  });
}
