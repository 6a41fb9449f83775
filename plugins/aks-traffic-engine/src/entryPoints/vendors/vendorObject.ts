import { TlsMode } from 'backstage-plugin-aks-traffic-common';
import { passthroughConflict } from '../../capabilities/passthroughConflict';
import { tlsCapabilities } from '../../capabilities/tlsCapabilities';
import { combineReach, plainReach, Reach } from '../../exposure/Reach';
import { observedAddresses } from '../../exposure/observedAddresses';
import { KubernetesObject } from '../../model/observation';
import { objectEvidence } from '../../objects/evidence';
import { referenceOf } from '../../objects/metadata';
import { ControllerInstance } from '../../systems/ControllerInstance';
import { SystemDefinition } from '../../systems/SystemDefinition';
import { EntryDraft, EntryFindings } from '../EntryDraft';
import { hostReach } from '../ingress/hostReach';
import { ResolveInput } from '../ResolveInput';

/** A Service that a vendor's own routing object names. */
export interface VendorBackend {
  namespace: string;
  service: string;
  hosts: string[];
  paths: string[];
  /** The object that names it, where that is another one than the one with the hosts. */
  source?: KubernetesObject;
}

/** A vendor's own routing object, taken apart. */
export interface VendorObject {
  object: KubernetesObject;
  definition: SystemDefinition;
  /** Class the object names; every controller of the system serves an object without one. */
  className?: string;
  tls: TlsMode;
  attached: boolean | 'unknown';
  /** Why it is not attached. */
  reason?: string;
  /** Field and value that attachment was read from. */
  status: { field: string; value?: string };
  backends: readonly VendorBackend[];
  addresses: readonly string[];
  capabilities: Record<string, string | boolean>;
}

/** Adds the entry points of a vendor's routing object, or an orphan where nothing serves it. */
export function addVendorObject(
  findings: EntryFindings,
  input: ResolveInput,
  vendor: VendorObject,
): void {
  const { object, definition, className } = vendor;
  const running = input.controllers.filter(
    controller => controller.definition === definition,
  );
  const serving = running.filter(
    ({ serving: rules }) =>
      className === undefined ||
      rules.some(rule => rule.annotationValues.includes(className)),
  );
  const reason = orphanReason(input, vendor, running, serving);
  if (reason !== undefined) {
    findings.orphans.push({
      resource: referenceOf(object),
      reason,
      evidence: [statusEvidence(vendor)],
    });
  }
  const reach = vendorReach(input, vendor, serving);
  for (const backend of vendor.backends) {
    findings.entries.push(
      entryOf({
        vendor,
        backend,
        serving,
        reach,
        orphaned: reason !== undefined,
      }),
    );
  }
}

function orphanReason(
  input: ResolveInput,
  { object, definition, className, attached, reason }: VendorObject,
  running: readonly ControllerInstance[],
  serving: readonly ControllerInstance[],
): string | undefined {
  if (attached === false) {
    return reason ?? `${definition.title} has refused it`;
  }
  if (!input.context.workloads.readWhole || serving.length > 0) {
    return undefined;
  }
  return running.length === 0
    ? `only ${definition.title} reads a ${object.kind}, and no workload of it runs in the cluster`
    : `no controller of ${definition.title} serves class ${className}`;
}

function vendorReach(
  input: ResolveInput,
  { object, addresses }: VendorObject,
  serving: readonly ControllerInstance[],
): Reach {
  const reaches = serving.flatMap(controller => [
    ...controller.frontServices.map(service => input.reachOf(service)),
    ...[hostReach(input, controller)].filter(each => each !== undefined),
  ]);
  if (reaches.length > 0) {
    return combineReach(reaches);
  }
  const observed = observedAddresses({
    context: input.context,
    object,
    field: 'status',
    addresses,
  });
  return observed.length > 0
    ? {
        ...combineReach(
          observed.map(({ exposure, evidence }) =>
            plainReach(exposure, evidence),
          ),
        ),
        addresses: [...addresses],
      }
    : plainReach('unknown');
}

function statusEvidence({
  object,
  definition,
  attached,
  status,
}: VendorObject) {
  const meanings = new Map<boolean | 'unknown', string>([
    [true, `${definition.title} reports that it serves the object.`],
    [false, `${definition.title} reports that it does not serve the object.`],
    [
      'unknown',
      `Nothing reports whether ${definition.title} serves the object.`,
    ],
  ]);
  return objectEvidence({
    object,
    field: status.field,
    value: status.value,
    meaning: meanings.get(attached) ?? '',
  });
}

function entryOf(options: {
  vendor: VendorObject;
  backend: VendorBackend;
  serving: readonly ControllerInstance[];
  reach: Reach;
  orphaned: boolean;
}): EntryDraft {
  const { vendor, backend, serving, reach, orphaned } = options;
  const { object, definition, tls } = vendor;
  const source = backend.source ?? object;
  const resource = referenceOf(source);
  const capabilities = {
    ...reach.capabilities,
    ...tlsCapabilities(definition.system, tls),
    ...vendor.capabilities,
  };
  const evidence = [
    statusEvidence(vendor),
    objectEvidence({
      object: source,
      field: 'kind',
      value: source.kind,
      meaning: `Only ${definition.title} reads this kind.`,
    }),
    ...serving.flatMap(controller => controller.evidence),
    ...reach.evidence,
  ];
  return {
    namespace: backend.namespace,
    service: backend.service,
    source,
    contradictions: [
      ...reach.contradictions,
      ...passthroughConflict({
        subject: resource,
        tls,
        capabilities,
        evidence,
      }),
    ],
    entry: {
      system: definition.system,
      controller: serving[0]?.name,
      resource,
      hosts: backend.hosts,
      paths: backend.paths,
      tls,
      exposure: reach.exposure,
      addresses: reach.addresses,
      attached: orphaned ? false : vendor.attached,
      capabilities,
      confidence:
        reach.contradictions.length > 0
          ? 'conflict'
          : serving[0]?.confidence ?? 'inferred',
      evidence,
    },
  };
}
