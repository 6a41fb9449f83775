import { Workload } from '../../model/draft';
import { objectEvidence } from '../../objects/evidence';
import { field, listField, textField } from '../../objects/field';
import { containerFlags } from '../containerFlags';
import { proxiesByImage } from '../proxiesByImage';
import { recognizeBy, templateField } from '../recognizeBy';
import { IngressServing, SystemDefinition } from '../SystemDefinition';

const controllerValue = 'ingress-controllers.konghq.com/kong';
const classVariable = 'CONTROLLER_INGRESS_CLASS';

/** Kong Ingress Controller, with Kong Gateway in the same pod or beside it. */
export const kong: SystemDefinition = {
  system: 'kong',
  title: 'Kong Ingress Controller',
  ingressControllers: [controllerValue],
  gatewayControllers: ['konghq.com/kic-gateway-controller'],
  conventionalIngressClasses: ['kong'],
  conventionalGatewayClasses: ['kong'],
  recognize: recognizeBy({
    title: 'Kong Ingress Controller',
    images: ['kong/kubernetes-ingress-controller'],
    labels: [
      'app.kubernetes.io/name=kong',
      'app.kubernetes.io/component=controller',
    ],
  }),
  serving: options => [kongServing(options)],
  defaultServing: [servingOf('kong')],
  proxies: options =>
    proxiesByImage({
      ...options,
      images: ['kong', 'kong/kong', 'kong/kong-gateway'],
    }),
};

function kongServing(options: {
  workload: Workload;
  container: unknown;
}): IngressServing {
  const variable = listField(options.container, 'env').find(
    entry => field(entry, 'name') === classVariable,
  );
  const value =
    containerFlags(options.container).get('ingress-class') ??
    textField(variable, 'value');
  return {
    ...servingOf(value ?? 'kong'),
    evidence: [
      objectEvidence({
        object: options.workload.reference,
        field: `${templateField(options.workload, 'env')} ${classVariable}`,
        value,
        meaning: 'The class it serves; kong when not set.',
      }),
    ],
  };
}

function servingOf(className: string): IngressServing {
  return {
    order: 'annotation-first',
    controllerValues: [controllerValue],
    onlyClasses: [className],
    annotationValues: [className],
    withoutClass: 'unknown',
    evidence: [],
  };
}
