import type { ApiResource } from '../../estate/types';
import { ApiRow, defineApis } from './defineApis';

function builtIn(
  group: string,
  versions: string[],
  rows: ApiRow[],
): ApiResource[] {
  return defineApis({ group, versions, builtIn: true, rows });
}

/** What every AKS cluster serves, whatever is installed in it. */
export const builtInApis: ApiResource[] = [
  ...builtIn(
    '',
    ['v1'],
    [
      ['ConfigMap', 'configmaps'],
      ['Endpoints', 'endpoints'],
      ['Event', 'events'],
      ['LimitRange', 'limitranges'],
      ['Namespace', 'namespaces', 'cluster'],
      ['Node', 'nodes', 'cluster'],
      ['PersistentVolumeClaim', 'persistentvolumeclaims'],
      ['PersistentVolume', 'persistentvolumes', 'cluster'],
      ['Pod', 'pods'],
      ['PodTemplate', 'podtemplates'],
      ['ReplicationController', 'replicationcontrollers'],
      ['ResourceQuota', 'resourcequotas'],
      ['Secret', 'secrets'],
      ['ServiceAccount', 'serviceaccounts'],
      ['Service', 'services'],
    ],
  ),
  ...builtIn(
    'apiregistration.k8s.io',
    ['v1'],
    [['APIService', 'apiservices', 'cluster']],
  ),
  ...builtIn(
    'apps',
    ['v1'],
    [
      ['ControllerRevision', 'controllerrevisions'],
      ['DaemonSet', 'daemonsets'],
      ['Deployment', 'deployments'],
      ['ReplicaSet', 'replicasets'],
      ['StatefulSet', 'statefulsets'],
    ],
  ),
  ...builtIn('events.k8s.io', ['v1'], [['Event', 'events']]),
  ...builtIn(
    'autoscaling',
    ['v2', 'v1'],
    [['HorizontalPodAutoscaler', 'horizontalpodautoscalers']],
  ),
  ...builtIn(
    'batch',
    ['v1'],
    [
      ['CronJob', 'cronjobs'],
      ['Job', 'jobs'],
    ],
  ),
  ...builtIn(
    'certificates.k8s.io',
    ['v1'],
    [['CertificateSigningRequest', 'certificatesigningrequests', 'cluster']],
  ),
  ...builtIn(
    'networking.k8s.io',
    ['v1'],
    [
      ['IngressClass', 'ingressclasses', 'cluster'],
      ['Ingress', 'ingresses'],
      ['NetworkPolicy', 'networkpolicies'],
    ],
  ),
  ...builtIn(
    'policy',
    ['v1'],
    [['PodDisruptionBudget', 'poddisruptionbudgets']],
  ),
  ...builtIn(
    'rbac.authorization.k8s.io',
    ['v1'],
    [
      ['ClusterRoleBinding', 'clusterrolebindings', 'cluster'],
      ['ClusterRole', 'clusterroles', 'cluster'],
      ['RoleBinding', 'rolebindings'],
      ['Role', 'roles'],
    ],
  ),
  ...builtIn(
    'storage.k8s.io',
    ['v1'],
    [
      ['CSIDriver', 'csidrivers', 'cluster'],
      ['CSINode', 'csinodes', 'cluster'],
      ['StorageClass', 'storageclasses', 'cluster'],
      ['VolumeAttachment', 'volumeattachments', 'cluster'],
    ],
  ),
  ...builtIn(
    'admissionregistration.k8s.io',
    ['v1'],
    [
      [
        'MutatingWebhookConfiguration',
        'mutatingwebhookconfigurations',
        'cluster',
      ],
      ['ValidatingAdmissionPolicy', 'validatingadmissionpolicies', 'cluster'],
      [
        'ValidatingAdmissionPolicyBinding',
        'validatingadmissionpolicybindings',
        'cluster',
      ],
      [
        'ValidatingWebhookConfiguration',
        'validatingwebhookconfigurations',
        'cluster',
      ],
    ],
  ),
  ...builtIn(
    'apiextensions.k8s.io',
    ['v1'],
    [['CustomResourceDefinition', 'customresourcedefinitions', 'cluster']],
  ),
  ...builtIn(
    'scheduling.k8s.io',
    ['v1'],
    [['PriorityClass', 'priorityclasses', 'cluster']],
  ),
  ...builtIn('coordination.k8s.io', ['v1'], [['Lease', 'leases']]),
  ...builtIn(
    'node.k8s.io',
    ['v1'],
    [['RuntimeClass', 'runtimeclasses', 'cluster']],
  ),
  ...builtIn('discovery.k8s.io', ['v1'], [['EndpointSlice', 'endpointslices']]),
  ...builtIn(
    'flowcontrol.apiserver.k8s.io',
    ['v1'],
    [
      ['FlowSchema', 'flowschemas', 'cluster'],
      ['PriorityLevelConfiguration', 'prioritylevelconfigurations', 'cluster'],
    ],
  ),
];
