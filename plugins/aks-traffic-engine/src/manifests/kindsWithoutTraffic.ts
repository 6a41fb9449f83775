const kindsByGroup: readonly (readonly [group: string, kinds: string])[] = [
  [
    '',
    'Binding ConfigMap Event LimitRange PersistentVolume PersistentVolumeClaim PodTemplate ResourceQuota Secret ServiceAccount',
  ],
  ['apps', 'ControllerRevision'],
  ['batch', 'CronJob Job'],
  [
    'rbac.authorization.k8s.io',
    'ClusterRole ClusterRoleBinding Role RoleBinding',
  ],
  [
    'storage.k8s.io',
    'CSIDriver CSINode CSIStorageCapacity StorageClass VolumeAttachment VolumeAttributesClass',
  ],
  ['scheduling.k8s.io', 'PriorityClass'],
  ['node.k8s.io', 'RuntimeClass'],
  ['coordination.k8s.io', 'Lease'],
  ['events.k8s.io', 'Event'],
  ['certificates.k8s.io', 'CertificateSigningRequest'],
  ['apiregistration.k8s.io', 'APIService'],
  [
    'admissionregistration.k8s.io',
    'MutatingAdmissionPolicy MutatingAdmissionPolicyBinding MutatingWebhookConfiguration ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding ValidatingWebhookConfiguration',
  ],
  ['flowcontrol.apiserver.k8s.io', 'FlowSchema PriorityLevelConfiguration'],
  ['monitoring.coreos.com', 'PodMonitor PrometheusRule ServiceMonitor'],
  ['cert-manager.io', 'Certificate CertificateRequest ClusterIssuer Issuer'],
];

const keys = new Set(
  kindsByGroup.flatMap(([group, kinds]) =>
    kinds.split(' ').map(kind => `${group}/${kind}`),
  ),
);

/** Whether objects of a kind are known to say nothing about traffic, so that leaving them out hides nothing. */
export function isWithoutTraffic(group: string, kind: string): boolean {
  return keys.has(`${group}/${kind}`);
}
