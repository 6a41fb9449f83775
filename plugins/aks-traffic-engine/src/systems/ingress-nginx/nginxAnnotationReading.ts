import { Workload } from '../../model/draft';
import {
  AnnotationReading,
  defaultAnnotationPrefix,
} from '../AnnotationReading';
import { flagEvidence, isOn } from '../flagEvidence';

const meanings: Readonly<Record<string, string>> = {
  'annotations-prefix': 'It reads annotations under this prefix only.',
  configmap: 'It takes its settings from this ConfigMap.',
  'enable-ssl-passthrough': 'It can pass TLS on unopened.',
};

/** How an ingress-nginx process reads annotations, as its arguments say. */
export function nginxAnnotationReading(options: {
  workload: Workload;
  flags: ReadonlyMap<string, string>;
}): AnnotationReading {
  const { workload, flags } = options;
  const [namespace, name] = (flags.get('configmap') ?? '').split('/');
  return {
    reads: 'all',
    prefix: flags.get('annotations-prefix') ?? defaultAnnotationPrefix,
    passthrough: isOn(flags, 'enable-ssl-passthrough'),
    ...(namespace &&
      name && {
        configMap: {
          // Charts leave the namespace to a variable of the pod.
          namespace: namespace.startsWith('$(')
            ? workload.namespace
            : namespace,
          name,
        },
      }),
    evidence: Object.entries(meanings)
      .filter(([flag]) => flags.has(flag))
      .map(([flag, meaning]) =>
        flagEvidence({ workload, flags, flag, meaning }),
      ),
  };
}
