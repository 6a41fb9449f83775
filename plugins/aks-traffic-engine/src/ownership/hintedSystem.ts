import { Evidence } from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../model/observation';
import { objectEvidence } from '../objects/evidence';
import { annotationsOf } from '../objects/metadata';
import { f5Nginx } from '../systems/f5-nginx/f5Nginx';
import { SystemDefinition } from '../systems/SystemDefinition';
import { systemDefinitions } from '../systems/systemDefinitions';
import { classAnnotation, ClassQuestion } from './ClassQuestion';

/** A guess by convention, for where the object that would decide cannot be had. */
export interface Hint {
  definition?: SystemDefinition;
  evidence: Evidence[];
}

const f5Prefixes = ['nginx.org/', 'nginx.com/', 'appprotect.f5.com/'];
const communityPrefix = 'nginx.ingress.kubernetes.io/';

/** The system that the class's name, or the vendor of the Ingress's annotations, usually stands for. */
export function hintedSystem(options: {
  ingress: KubernetesObject;
  question: ClassQuestion;
}): Hint {
  const { ingress, question } = options;
  return vendorHint(ingress) ?? nameHint(ingress, question);
}

function nameHint(ingress: KubernetesObject, question: ClassQuestion): Hint {
  const { field, annotation, vendorAnnotation } = question;
  const name = field ?? annotation ?? vendorAnnotation?.value;
  const annotationKey =
    annotation === undefined && vendorAnnotation !== undefined
      ? vendorAnnotation.key
      : classAnnotation;
  const definition = systemDefinitions.find(
    ({ conventionalIngressClasses, conventionalAnnotations = [] }) =>
      name !== undefined &&
      (conventionalIngressClasses.includes(name) ||
        (field === undefined && conventionalAnnotations.includes(name))),
  );
  if (!definition) {
    return { evidence: [] };
  }
  return {
    definition,
    evidence: [
      objectEvidence({
        object: ingress,
        field:
          field === undefined
            ? `metadata.annotations["${annotationKey}"]`
            : 'spec.ingressClassName',
        value: name,
        meaning: `${definition.title} usually goes by this name. Names are free to choose and others use it too, so this is a guess until the IngressClass and its controller are seen.`,
      }),
    ],
  };
}

function vendorHint(ingress: KubernetesObject): Hint | undefined {
  const keys = [...annotationsOf(ingress).keys()].sort();
  const vendor = keys.find(key =>
    f5Prefixes.some(prefix => key.startsWith(prefix)),
  );
  if (
    vendor === undefined ||
    keys.some(key => key.startsWith(communityPrefix))
  ) {
    return undefined;
  }
  return {
    definition: f5Nginx,
    evidence: [
      objectEvidence({
        object: ingress,
        field: `metadata.annotations["${vendor}"]`,
        value: annotationsOf(ingress).get(vendor),
        meaning: `Only ${f5Nginx.title} reads this annotation, which makes it the likely controller.`,
      }),
    ],
  };
}
