import { combineReach, plainReach, Reach } from '../exposure/Reach';
import { tlsCapabilities } from '../capabilities/tlsCapabilities';
import { KubernetesObject } from '../model/observation';
import { objectEvidence } from '../objects/evidence';
import { kinds } from '../objects/kinds';
import { annotationOf, namespaceOf, referenceOf } from '../objects/metadata';
import { appRoutingNginx } from '../systems/app-routing-nginx/appRoutingNginx';
import {
  defaultControllerName,
  nameOfController,
} from '../systems/app-routing-nginx/controllerNames';
import { EntryDraft, EntryFindings } from './EntryDraft';
import { ResolveInput } from './ResolveInput';

const hostAnnotation = 'kubernetes.azure.com/ingress-host';
const certificateAnnotation = 'kubernetes.azure.com/tls-cert-keyvault-uri';

/**
 * Entry points of Services for which the operator of application routing makes an Ingress of managed NGINX, because
 * their annotations ask for it. Where Ingresses were read, that Ingress speaks for itself.
 */
export function annotatedServices(input: ResolveInput): EntryFindings {
  const { index, managedCluster } = input.context;
  const entries: EntryDraft[] = [];
  if (
    !index.provesAbsence(kinds.ingress) &&
    managedCluster?.appRouting.enabled !== false
  ) {
    for (const service of index.list(kinds.service)) {
      const host = annotationOf(service, hostAnnotation);
      const certificate = annotationOf(service, certificateAnnotation);
      const { name } = service.metadata;
      // The operator gives the Ingress the name of the Service.
      const isMade = index.get(kinds.ingress, name, namespaceOf(service));
      if (host && certificate && !isMade) {
        entries.push(entryOf({ input, service, host, certificate }));
      }
    }
  }
  return { entries, orphans: [], contradictions: [] };
}

function entryOf(options: {
  input: ResolveInput;
  service: KubernetesObject;
  host: string;
  certificate: string;
}): EntryDraft {
  const { input, service, host, certificate } = options;
  const controller = input.controllers.find(
    each =>
      each.definition === appRoutingNginx &&
      nameOfController(each) === defaultControllerName,
  );
  const reach = reachOf(input, controller);
  const { system } = appRoutingNginx;
  return {
    namespace: namespaceOf(service),
    service: service.metadata.name,
    source: service,
    contradictions: reach.contradictions,
    entry: {
      system,
      controller: controller?.name,
      resource: referenceOf(service),
      hosts: [host],
      paths: ['/'],
      tls: 'terminate',
      exposure: reach.exposure,
      addresses: reach.addresses,
      attached: 'unknown',
      capabilities: {
        ...reach.capabilities,
        ...tlsCapabilities(system, 'terminate'),
        keyVaultCertificate: certificate,
      },
      confidence: 'inferred',
      evidence: [
        objectEvidence({
          object: service,
          field: `metadata.annotations["${hostAnnotation}"]`,
          value: host,
          meaning:
            'With this annotation and that of a certificate the operator of the application routing add-on makes an Ingress of managed NGINX for the Service.',
        }),
        objectEvidence({
          object: service,
          field: `metadata.annotations["${certificateAnnotation}"]`,
          value: certificate,
          meaning: 'The certificate of that Ingress',
        }),
        ...reach.evidence,
        ...(controller?.evidence ?? []),
      ],
    },
  };
}

function reachOf(
  input: ResolveInput,
  controller: ResolveInput['controllers'][number] | undefined,
): Reach {
  if (controller === undefined) {
    return plainReach('unknown');
  }
  return controller.frontServices.length > 0
    ? combineReach(controller.frontServices.map(input.reachOf))
    : controller.definition.declaredReach?.(input.context, controller) ??
        plainReach('unknown');
}
