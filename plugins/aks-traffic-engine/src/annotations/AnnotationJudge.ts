import {
  AnnotationVerdict,
  InheritedEffect,
} from 'backstage-plugin-aks-traffic-common';
import { KubernetesObject } from '../model/observation';
import { ResolveContext } from '../model/resolveContext';
import { rememberObjects } from '../objects/rememberObjects';
import {
  IngressOwner,
  IngressOwnershipOf,
} from '../ownership/IngressOwnership';
import { defaultAnnotationPrefix } from '../systems/AnnotationReading';
import { ControllerInstance } from '../systems/ControllerInstance';
import { isNginx, readerOf } from './AnnotationReader';
import { AnnotationValues } from './conditions';
import { ControllerSettings } from './ControllerSettings';
import { HostShares } from './effects/HostShares';
import { inheritedEffects } from './effects/inheritedEffects';
import { ingressPaths } from './effects/ingressPaths';
import {
  NginxAnnotation,
  nginxAnnotations,
  verdictsOn,
} from './judgeAnnotations';

const noVerdicts: readonly AnnotationVerdict[] = [];
const noEffects: readonly InheritedEffect[] = [];
const noValues: AnnotationValues = new Map();

/**
 * Judges the Ingresses of one cluster, each at most once and only when asked for: one without annotations of
 * ingress-nginx costs a look at its keys.
 */
export class AnnotationJudge {
  static create(options: {
    context: ResolveContext;
    controllers: readonly ControllerInstance[];
    ownershipOf: IngressOwnershipOf;
  }): AnnotationJudge {
    const { context, controllers, ownershipOf } = options;
    return new AnnotationJudge({
      context,
      prefixes: new Set(
        controllers.flatMap(({ serving }) =>
          serving.flatMap(
            ({ annotationReading }) => annotationReading?.prefix ?? [],
          ),
        ),
      ),
      ownersOf: ingress => ownershipOf(ingress).owners,
    });
  }

  /** The verdicts on the annotations of an Ingress, by their keys. */
  readonly verdictsOf: (
    ingress: KubernetesObject,
  ) => readonly AnnotationVerdict[];

  /** What happens to an Ingress that NGINX serves although none of its own annotations asks for it. */
  readonly effectsOf: (ingress: KubernetesObject) => readonly InheritedEffect[];

  private readonly annotationsOf: (
    ingress: KubernetesObject,
  ) => readonly NginxAnnotation[];
  private readonly settings: ControllerSettings;
  private hosts?: HostShares;

  private constructor(
    private readonly input: {
      context: ResolveContext;
      /** Prefixes that controllers of the cluster read. */
      prefixes: ReadonlySet<string>;
      ownersOf: (ingress: KubernetesObject) => readonly IngressOwner[];
    },
  ) {
    this.settings = new ControllerSettings(input.context.index);
    const { prefixes } = input;
    this.annotationsOf = rememberObjects(ingress =>
      nginxAnnotations(ingress, { prefixes }),
    );
    this.verdictsOf = rememberObjects(ingress => this.judge(ingress));
    this.effectsOf = rememberObjects(ingress => this.findEffects(ingress));
  }

  private judge(ingress: KubernetesObject): readonly AnnotationVerdict[] {
    const { prefixes, ownersOf, context } = this.input;
    const annotations = this.annotationsOf(ingress);
    if (annotations.length === 0) {
      return noVerdicts;
    }
    return verdictsOn(ingress, annotations, {
      readers: ownersOf(ingress).map(owner =>
        readerOf(owner, this.settings.of(owner)?.values),
      ),
      prefixes,
      aksVersion: context.managedCluster?.kubernetesVersion,
    });
  }

  private findEffects(ingress: KubernetesObject): readonly InheritedEffect[] {
    const { context, ownersOf } = this.input;
    const owner = ownersOf(ingress).find(({ system }) => isNginx(system));
    if (owner === undefined) {
      return noEffects;
    }
    this.hosts ??= HostShares.create(
      context.index,
      ownersOf,
      (object, ofPrefix) => this.valuesOf(object, ofPrefix),
    );
    const prefix = owner.annotationReading?.prefix ?? defaultAnnotationPrefix;
    return inheritedEffects({
      ingress,
      owner,
      prefix,
      values: this.valuesOf(ingress, prefix),
      paths: ingressPaths(ingress),
      hosts: this.hosts.of(ingress, owner),
      settings: this.settings.of(owner),
      aksVersion: context.managedCluster?.kubernetesVersion,
    });
  }
  /** The values of an Ingress's annotations under one of the prefixes, by name. */
  private valuesOf(
    ingress: KubernetesObject,
    prefix: string,
  ): AnnotationValues {
    return (
      this.annotationsOf(ingress).find(each => each.prefix === prefix)
        ?.values ?? noValues
    );
  }
}
