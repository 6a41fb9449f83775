import {
  AnnotationVerdict,
  MigrationTarget,
} from 'backstage-plugin-aks-traffic-common';
import { ingress } from '../../__testUtils__/builders';
import { defaultAnnotationPrefix } from '../../systems/AnnotationReading';
import { AnnotationReader } from '../AnnotationReader';
import { AnnotationContext, judgeAnnotations } from '../judgeAnnotations';

/** A reader of the last release of ingress-nginx unless told otherwise. */
export function reader(
  parts: Partial<AnnotationReader> = {},
): AnnotationReader {
  return {
    system: 'ingress-nginx',
    reads: 'all',
    prefix: defaultAnnotationPrefix,
    version: '1.15.1',
    passthrough: true,
    ...parts,
  };
}

/** The verdicts on annotations of an Ingress, which are given without their prefix. */
export function judged(
  annotations: Record<string, string>,
  context: Partial<AnnotationContext> = {},
): AnnotationVerdict[] {
  return judgeAnnotations(
    ingress({
      annotations: Object.fromEntries(
        Object.entries(annotations).map(([name, value]) => [
          `${defaultAnnotationPrefix}/${name}`,
          value,
        ]),
      ),
    }),
    { readers: [reader()], ...context },
  );
}

/** The verdict on one annotation, beside others. */
export function judgedOne(
  name: string,
  value: string,
  options: {
    beside?: Record<string, string>;
    context?: Partial<AnnotationContext>;
  } = {},
): AnnotationVerdict {
  return judged({ ...options.beside, [name]: value }, options.context).find(
    verdict => verdict.name === name,
  )!;
}

/** The outcomes of a verdict, in the order application routing, Application Gateway for Containers, Istio. */
export function outcomes({ targets }: AnnotationVerdict): string[] {
  return targets.map(({ outcome }) => outcome);
}

/** The verdict for one target. */
export function at(verdict: AnnotationVerdict, target: MigrationTarget) {
  return verdict.targets.find(each => each.target === target)!;
}
