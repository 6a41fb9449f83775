import { objectEvidence } from '../objects/evidence';
import { textListField } from '../objects/field';
import { referenceOf } from '../objects/metadata';
import { createRule } from './createRule';
import { listed } from './messageText';

/** Services that claim addresses by `spec.externalIPs`. */
export const externalIpsDeprecation = createRule(
  {
    id: 'external-ips-deprecation',
    description:
      'The Service sets spec.externalIPs, which Kubernetes deprecates from version 1.36 on.',
    retirement: 'RET-EXTERNALIPS',
    remediation: {
      summary: 'Use a LoadBalancer Service or a gateway instead.',
      actions: [
        'Replace spec.externalIPs by type LoadBalancer with the annotation azure-load-balancer-ipv4 where the address has to stay.',
        'Remove the field: whoever may set it can divert traffic of others.',
      ],
    },
  },
  {
    *service(service, { draft }) {
      const addresses = textListField(service.object, 'spec.externalIPs');
      if (addresses.length === 0) {
        return;
      }
      const minor = Number(
        /^1\.(\d+)/.exec(draft.managedCluster?.kubernetesVersion ?? '')?.[1],
      );
      const isDeprecated = minor >= 36;
      yield {
        situation: isDeprecated ? 'deprecated' : 'announced',
        subject: referenceOf(service.object),
        message: `The Service takes traffic for ${listed(
          addresses,
        )} by spec.externalIPs, which is deprecated ${
          isDeprecated ? 'in this cluster' : 'from Kubernetes 1.36 on'
        } and blocked on AKS Automatic. Use a LoadBalancer Service instead.`,
        evidence: [
          objectEvidence({
            object: service.object,
            field: 'spec.externalIPs',
            value: addresses.join(', '),
            meaning: 'Every node takes traffic for these addresses',
          }),
        ],
      };
    },
  },
);
