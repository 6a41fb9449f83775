import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../model/observation';
import { AssessmentInput } from '../model/stages';
import { ClusterIndex } from '../objects/ClusterIndex';
import { objectEvidence } from '../objects/evidence';
import { field, listField, property, textField } from '../objects/field';
import { kinds } from '../objects/kinds';
import {
  annotationOf,
  annotationsOf,
  namespaceOf,
  referenceOf,
} from '../objects/metadata';
import { createRule, Report } from './createRule';
import { httpEntries } from './httpEntries';
import { ingressesOf } from './ingressOf';
import { listed, nameOf } from './messageText';
import { SituationOf } from './severities';

const keyVaultKey = 'kubernetes.azure.com/tls-cert-keyvault-uri';

const knownSecrets = new WeakMap<
  ClusterIndex,
  Map<string, ReadonlySet<string>>
>();

/** Certificates that somebody has to put into a Secret, and to renew. */
export const certificateSource = createRule(
  {
    id: 'certificate-source',
    description:
      'A certificate comes from a Secret that neither Key Vault nor an issuer in the cluster is known to fill.',
    remediation: {
      summary:
        'Let Key Vault, or an issuer in the cluster, renew the certificate.',
      actions: [
        `Keep the certificate in Key Vault, and name it by ${keyVaultKey} on the Ingress or in tls.options of the listener.`,
        'Elsewhere let the Secrets Store CSI driver fill the Secret by secretObjects of a SecretProviderClass.',
        'Or let cert-manager issue it, by its annotation on the Ingress or Gateway.',
      ],
    },
  },
  {
    *service(service, input) {
      if (!canJudge(input)) {
        return;
      }
      for (const ingress of ingressesOf(httpEntries(service), input)) {
        yield* ingressReport(ingress, input.index);
      }
    },
    *cluster(input) {
      if (!canJudge(input)) {
        return;
      }
      for (const gateway of input.index.list(kinds.gateway)) {
        yield* gatewayReport(gateway, input.index);
      }
    },
    leavesOpen: (service, input) =>
      input.draft.managedCluster !== undefined &&
      !canJudge(input) &&
      httpEntries(service).some(({ resource }) => resource.kind === 'Ingress'),
  },
);

/** Key Vault is at hand in Azure; what fills Secrets has to be known. */
function canJudge({ draft, index }: AssessmentInput): boolean {
  return (
    draft.managedCluster !== undefined &&
    index.provesAbsence(kinds.secretProviderClass) &&
    index.provesAbsence(kinds.defaultDomainCertificate)
  );
}

function* ingressReport(
  ingress: KubernetesObject,
  index: ClusterIndex,
): Iterable<Report<SituationOf<'certificate-source'>>> {
  if (annotationOf(ingress, keyVaultKey) !== undefined || hasIssuer(ingress)) {
    return;
  }
  const known = filledSecrets(index, namespaceOf(ingress));
  const evidence = listField(ingress, 'spec.tls').flatMap(
    entry =>
      secretEvidence({
        object: ingress,
        path: 'spec.tls[].secretName',
        name: textField(entry, 'secretName'),
        known,
      }) ?? [],
  );
  yield* reportOf(ingress, evidence);
}

function* gatewayReport(
  gateway: KubernetesObject,
  index: ClusterIndex,
): Iterable<Report<SituationOf<'certificate-source'>>> {
  if (hasIssuer(gateway)) {
    return;
  }
  const own = namespaceOf(gateway);
  const evidence = listField(gateway, 'spec.listeners')
    .filter(
      listener =>
        property(field(listener, 'tls.options'), keyVaultKey) === undefined,
    )
    .flatMap(listener => listField(listener, 'tls.certificateRefs'))
    .flatMap(
      reference =>
        secretEvidence({
          object: gateway,
          path: 'spec.listeners[].tls.certificateRefs[].name',
          name: textField(reference, 'name'),
          known: filledSecrets(index, textField(reference, 'namespace') ?? own),
        }) ?? [],
    );
  yield* reportOf(gateway, evidence);
}

function* reportOf(
  object: KubernetesObject,
  evidence: Evidence[],
): Iterable<Report<SituationOf<'certificate-source'>>> {
  if (evidence.length > 0) {
    yield {
      situation: 'found',
      subject: referenceOf(object),
      message: `${nameOf(
        referenceOf(object),
      )} takes its certificate from Secret ${listed([
        ...new Set(evidence.map(({ value }) => value)),
      ])}, which nothing that was read fills: somebody has to renew it in time. Keep the certificate in Key Vault.`,
      evidence,
    };
  }
}

function hasIssuer(object: KubernetesObject): boolean {
  for (const key of annotationsOf(object).keys()) {
    if (
      key.startsWith('cert-manager.io/') ||
      key === 'kubernetes.io/tls-acme'
    ) {
      return true;
    }
  }
  return false;
}

/** Secrets that the CSI driver or the application routing add-on writes. All Ingresses of a namespace ask for the same. */
function filledSecrets(
  index: ClusterIndex,
  namespace: string,
): ReadonlySet<string> {
  const byNamespace = knownSecrets.get(index) ?? new Map();
  knownSecrets.set(index, byNamespace);
  const secrets = byNamespace.get(namespace) ?? findSecrets(index, namespace);
  byNamespace.set(namespace, secrets);
  return secrets;
}

function findSecrets(
  index: ClusterIndex,
  namespace: string,
): ReadonlySet<string> {
  const fromVault = index
    .listIn(kinds.secretProviderClass, namespace)
    .flatMap(object => listField(object, 'spec.secretObjects'))
    .flatMap(entry => textField(entry, 'secretName') ?? []);
  const fromAddon = index
    .listIn(kinds.defaultDomainCertificate, namespace)
    .flatMap(object => textField(object, 'spec.target.secretName') ?? []);
  return new Set([...fromVault, ...fromAddon]);
}

function secretEvidence(options: {
  object: KubernetesObject;
  path: string;
  name: string | undefined;
  known: ReadonlySet<string>;
}): Evidence | undefined {
  const { object, path, name, known } = options;
  // The application routing add-on calls the Secrets that it fills from Key Vault so.
  const isFilled =
    name === undefined ||
    known.has(name) ||
    /^(keyvault|kv-gw-cert)-/.test(name);
  return isFilled
    ? undefined
    : objectEvidence({
        object,
        field: path,
        value: name,
        meaning: 'Neither Key Vault nor an issuer is known to fill this Secret',
      });
}
