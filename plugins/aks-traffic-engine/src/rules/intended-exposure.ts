import { Exposure } from 'backstage-plugin-aks-traffic-common';
import { isWider } from '../exposure/widestExposure';
import { ServiceDraft } from '../model/draft';
import { KubernetesObject } from '../model/observation';
import { AssessmentInput } from '../model/stages';
import { objectEvidence } from '../objects/evidence';
import { kinds } from '../objects/kinds';
import { annotationOf, referenceOf } from '../objects/metadata';
import { createRule } from './createRule';
import { nameOf } from './messageText';
import { serviceReference } from './serviceReference';

/** The annotation by which an owner says from how far away a Service is meant to be reached. */
export const intendedExposureAnnotation = 'aks-traffic/intended-exposure';

/** What can be meant; the other exposures are the lack of an answer. */
const declarable: readonly Exposure[] = [
  'public',
  'private-link',
  'internal',
  'node-port',
  'cluster-only',
];

/** Services that more can reach than their owners say. */
export const intendedExposure = createRule(
  {
    id: 'intended-exposure',
    description:
      'A Service can be reached from farther away than its owner declares.',
    remediation: {
      summary: 'Close the ways in that are not meant, or declare them.',
      actions: [
        'Make the entry points that the evidence names as narrow as declared: an internal load balancer, an internal gateway, or no route at all.',
        `Where the exposure is meant, set the annotation ${intendedExposureAnnotation} to it on the Service, or on the namespace for all of its Services.`,
      ],
    },
  },
  {
    *service(service, input) {
      const declaration = declarationFor(service, input);
      if (declaration === undefined) {
        return;
      }
      const { object, value, intended } = declaration;
      const declared = objectEvidence({
        object,
        field: `metadata.annotations["${intendedExposureAnnotation}"]`,
        value,
        meaning:
          intended === undefined
            ? `The declaration is none of ${declarable.join(', ')}`
            : 'From how far away the Service is meant to be reached',
      });
      if (intended === undefined) {
        yield {
          situation: 'unreadable',
          subject: referenceOf(object),
          message: `${nameOf(
            referenceOf(object),
          )} declares an exposure that does not exist, so nothing can be compared with it. Write one of ${declarable.join(
            ', ',
          )}.`,
          evidence: [declared],
        };
        return;
      }
      if (isBeyond(service.exposure, intended)) {
        yield {
          situation: service.exposure === 'public' ? 'public' : 'wider',
          subject: serviceReference(service),
          message: `This Service is meant to be ${intended} and is ${service.exposure}. Close what is not meant, or change the declaration.`,
          evidence: [
            declared,
            ...service.entryPoints
              .filter(
                ({ attached, exposure }) =>
                  attached !== false && isBeyond(exposure, intended),
              )
              .map(({ resource, addresses, exposure }) =>
                objectEvidence({
                  object: resource,
                  field: 'exposure',
                  value: exposure,
                  meaning: `This way in is wider than declared${
                    addresses.length > 0 ? `, at ${addresses.join(', ')}` : ''
                  }`,
                }),
              ),
          ],
        };
      }
    },
    leavesOpen: (service, input) => {
      const declaration = declarationFor(service, input);
      return declaration === undefined
        ? isWider(service.exposure, 'cluster-only') &&
            !namespaceKnown(service, input)
        : service.exposure === 'unknown' && declaration.intended !== 'public';
    },
  },
);

interface Declaration {
  object: KubernetesObject;
  value: string;
  /** Absent where the value is no exposure. */
  intended?: Exposure;
}

/** What the Service says of itself; failing that, what its namespace says of all. */
function declarationFor(
  { namespace, object: own }: ServiceDraft,
  { index }: AssessmentInput,
): Declaration | undefined {
  for (const object of [own, index.get(kinds.namespace, namespace)]) {
    const value = object && annotationOf(object, intendedExposureAnnotation);
    if (object !== undefined && value !== undefined) {
      const text = value.trim().toLowerCase();
      return {
        object,
        value,
        intended: declarable.find(exposure => exposure === text),
      };
    }
  }
  return undefined;
}

/** Whether a namespace that was not found declares nothing either. */
function namespaceKnown(
  { namespace }: ServiceDraft,
  { index }: AssessmentInput,
): boolean {
  return (
    index.get(kinds.namespace, namespace) !== undefined ||
    index.provesAbsence(kinds.namespace)
  );
}

/** Of what is not known, or not there yet, nothing can be said. */
function isBeyond(exposure: Exposure, intended: Exposure): boolean {
  return declarable.includes(exposure) && isWider(exposure, intended);
}
