import { Workload } from '../../model/draft';
import { containerFlags } from '../containerFlags';
import { flagEvidence, isOn, namespacesFlag } from '../flagEvidence';
import { IngressServing } from '../SystemDefinition';
import { nginxAnnotationReading } from './nginxAnnotationReading';

/** Class and controller value that ingress-nginx answers to when it is not told otherwise. */
export const nginxDefaults = {
  controllerValue: 'k8s.io/ingress-nginx',
  annotationValue: 'nginx',
} as const;

/** What an ingress-nginx process serves, read from its arguments: the community's and the managed one alike. */
export function nginxServing(options: {
  workload: Workload;
  container: unknown;
}): IngressServing[] {
  const { workload, container } = options;
  const flags = containerFlags(container);
  const controllerValue =
    flags.get('controller-class') ?? nginxDefaults.controllerValue;
  const className = flags.get('ingress-class') ?? nginxDefaults.annotationValue;
  return [
    {
      order: 'field-first',
      controllerValues: [controllerValue],
      annotationValues: [className],
      withoutClass: isOn(flags, 'watch-ingress-without-class'),
      namespaces: namespacesFlag(flags, 'watch-namespace'),
      ...(isOn(flags, 'ingress-class-by-name') && {
        classesByName: [className],
      }),
      annotationReading: nginxAnnotationReading({ workload, flags }),
      evidence: [
        flagEvidence({
          workload,
          flags,
          flag: 'controller-class',
          meaning: `It serves IngressClasses whose controller is ${controllerValue}.`,
        }),
      ],
    },
  ];
}
