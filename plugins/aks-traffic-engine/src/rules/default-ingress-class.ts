import { objectEvidence } from '../objects/evidence';
import { kinds } from '../objects/kinds';
import { annotationOf, referenceOf } from '../objects/metadata';
import { createRule } from './createRule';
import { listed } from './messageText';

const annotation = 'ingressclass.kubernetes.io/is-default-class';

/** Clusters in which several classes claim to be the default. */
export const defaultIngressClass = createRule(
  {
    id: 'default-ingress-class',
    description: 'More than one IngressClass is marked as the default.',
    remediation: {
      summary: 'Keep one default class, or none.',
      actions: [
        'Name the class in every Ingress that has none.',
        `Remove the annotation ${annotation} from all classes but one.`,
      ],
    },
  },
  {
    *cluster({ index }) {
      const marked = index
        .list(kinds.ingressClass)
        .filter(object => annotationOf(object, annotation) === 'true');
      if (marked.length > 1) {
        yield {
          situation: 'found',
          subject: referenceOf(marked[0]),
          message: `Classes ${listed(
            marked.map(({ metadata }) => metadata.name),
          )} are all marked as the default: an Ingress without a class cannot be created. Keep one.`,
          evidence: marked.map(object =>
            objectEvidence({
              object,
              field: `metadata.annotations["${annotation}"]`,
              value: 'true',
              meaning: 'Marked as the default class',
            }),
          ),
        };
      }
    },
  },
);
