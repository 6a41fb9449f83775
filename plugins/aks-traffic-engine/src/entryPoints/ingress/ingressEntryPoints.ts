import { ObjectRef } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../../model/observation';
import { passthroughConflict } from '../../capabilities/passthroughConflict';
import { tlsCapabilities } from '../../capabilities/tlsCapabilities';
import { managedDnsZones } from '../../capabilities/managedDns';
import { objectEvidence } from '../../objects/evidence';
import { kinds } from '../../objects/kinds';
import { namespaceOf, referenceOf } from '../../objects/metadata';
import { serviceAddresses } from '../../objects/serviceAddresses';
import { Reach } from '../../exposure/Reach';
import {
  IngressOwner,
  IngressOwnership,
} from '../../ownership/IngressOwnership';
import { EntryDraft, EntryFindings } from '../EntryDraft';
import { ResolveInput } from '../ResolveInput';
import { IngressBackend, ingressBackends } from './ingressBackends';
import { definitionOf, IngressReachOf, ingressReachIn } from './ingressReach';
import { ingressTls } from './ingressTls';
import { missingPorts } from './missingPorts';

/** The entry points that Ingresses make, one per controller that serves them, and the Ingresses that nobody serves. */
export function ingressEntryPoints(input: ResolveInput): EntryFindings {
  const { context, ownershipOf } = input;
  const reachOf = ingressReachIn(input);
  const findings: EntryFindings = {
    entries: [],
    orphans: [],
    contradictions: [],
  };
  for (const ingress of context.index.list(kinds.ingress)) {
    addIngress(findings, { input, reachOf, ownership: ownershipOf(ingress) });
  }
  return findings;
}

function addIngress(
  findings: EntryFindings,
  options: {
    input: ResolveInput;
    reachOf: IngressReachOf;
    ownership: IngressOwnership;
  },
): void {
  const { input, reachOf, ownership } = options;
  const { ingress, owners, orphan, contradictions } = ownership;
  const resource = referenceOf(ingress);
  const backends = ingressBackends(ingress);
  if (orphan) {
    const { reason, evidence } = orphan;
    findings.orphans.push({ resource, reason, evidence });
    findings.entries.push(
      ...backends.map(backend =>
        unservedEntry({ ingress, resource, orphan, backend }),
      ),
    );
  }
  for (const owner of owners) {
    const reach = reachOf(ingress, owner);
    const refusal = definitionOf(owner)?.refusal?.({
      context: input.context,
      ingress,
    });
    if (refusal !== undefined) {
      findings.orphans.push({
        resource,
        reason: refusal,
        evidence: reach.evidence,
      });
    }
    for (const backend of backends) {
      findings.entries.push(
        entryOf({
          input,
          ingress,
          resource,
          owner,
          reach,
          backend,
          refused: refusal !== undefined,
          contradictions,
        }),
      );
    }
  }
  if (backends.length === 0 || owners.length === 0) {
    findings.contradictions.push(...contradictions);
  }
}

/** An Ingress that nobody serves leads to its Services on paper only. */
function unservedEntry(options: {
  ingress: KubernetesObject;
  resource: ObjectRef;
  orphan: NonNullable<IngressOwnership['orphan']>;
  backend: IngressBackend;
}): EntryDraft {
  const { ingress, resource, orphan, backend } = options;
  const { system, evidence } = orphan;
  return {
    namespace: namespaceOf(ingress),
    service: backend.service,
    source: ingress,
    contradictions: [],
    entry: {
      system,
      resource,
      hosts: backend.hosts,
      paths: backend.paths,
      tls: ingressTls(ingress, backend.hosts).tls,
      exposure: 'cluster-only',
      addresses: [],
      attached: false,
      capabilities: {},
      confidence: 'proven',
      evidence,
    },
  };
}

function entryOf(options: {
  input: ResolveInput;
  ingress: KubernetesObject;
  resource: ObjectRef;
  owner: IngressOwner;
  reach: Reach;
  backend: IngressBackend;
  refused: boolean;
  contradictions: IngressOwnership['contradictions'];
}): EntryDraft {
  const { input, ingress, resource, owner, reach, backend, refused } = options;
  const { context } = input;
  const declared = ingressTls(ingress, backend.hosts);
  const details = definitionOf(owner)?.ingressDetails?.({
    context,
    ingress,
    annotationReading: owner.annotationReading,
  });
  const tls = details?.tls ?? declared.tls;
  const ports = missingPorts(context, namespaceOf(ingress), backend);
  const evidence = [
    ...owner.evidence,
    objectEvidence({
      object: resource,
      field: 'spec.rules[].http.paths[].backend.service.name',
      value: backend.service,
      meaning: 'The Ingress leads to this Service.',
    }),
    ...ports.evidence,
    ...reach.evidence,
  ];
  const capabilities = {
    ...reach.capabilities,
    ...tlsCapabilities(owner.system, tls),
    ...(declared.hostsWithoutTls.length > 0 && {
      hostsWithoutTls: declared.hostsWithoutTls.join(', '),
    }),
    ...scalingCapability(input, owner),
    ...dnsCapability(input, ingress),
    ...details?.capabilities,
    ...ports.capabilities,
  };
  return {
    namespace: namespaceOf(ingress),
    service: backend.service,
    source: ingress,
    contradictions: [
      ...options.contradictions,
      ...reach.contradictions,
      ...passthroughConflict({
        subject: resource,
        tls,
        capabilities,
        evidence,
      }),
    ],
    entry: {
      system: owner.system,
      controller: owner.controller?.name,
      resource,
      hosts: backend.hosts,
      paths: backend.paths,
      tls,
      exposure: reach.exposure,
      addresses: reach.addresses,
      attached: refused ? false : attachedOf(ingress, owner),
      capabilities,
      confidence:
        reach.contradictions.length > 0 ? 'conflict' : owner.confidence,
      evidence,
    },
  };
}

/** A controller that has written its address into the status has taken the Ingress up. */
function attachedOf(
  ingress: KubernetesObject,
  owner: IngressOwner,
): boolean | 'unknown' {
  return owner.served === true && serviceAddresses(ingress).length > 0
    ? true
    : 'unknown';
}

function scalingCapability(
  input: ResolveInput,
  { controller }: IngressOwner,
): { autoscaling?: string } {
  const reference = controller?.workload?.reference;
  const autoscaling =
    reference &&
    input.autoscalingOf({
      kind: reference.kind,
      namespace: reference.namespace ?? '',
      name: reference.name,
    });
  return autoscaling === undefined ? {} : { autoscaling };
}

function dnsCapability(
  { context }: ResolveInput,
  ingress: KubernetesObject,
): { dnsZones?: string } {
  const zones = managedDnsZones({
    index: context.index,
    resourceType: 'ingress',
    namespace: namespaceOf(ingress),
  });
  return zones.length > 0 ? { dnsZones: zones.join(', ') } : {};
}
