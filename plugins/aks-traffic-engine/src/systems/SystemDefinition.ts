import {
  Evidence,
  IngressSystem,
  TlsMode,
} from 'backstage-plugin-aks-traffic-common';
import { Reach } from '../exposure/Reach';
import { Workload } from '../model/draft';
import { KubernetesObject } from '../model/observation';
import { ResolveContext } from '../model/resolveContext';
import { RetirementId } from '../retirements/retirements';
import { AnnotationReading } from './AnnotationReading';
import { ControllerInstance } from './ControllerInstance';

/** How sure the identification of a workload is. */
export interface Recognition {
  /** The container that is the controller, untrusted JSON. */
  container: unknown;
  /** Labels and names can be chosen by anybody: what they alone say is inferred. */
  confidence: 'proven' | 'inferred';
  evidence: Evidence[];
}

/** Which Ingresses a controller serves, by its own rules and as it is configured. */
export interface IngressServing {
  /** Whether the field `ingressClassName` or the legacy annotation is looked at first. */
  order: 'field-first' | 'annotation-first';
  /** Values of `IngressClass.spec.controller` it answers to. */
  controllerValues: readonly string[];
  /** Class names it limits itself to, in addition to the controller value. */
  onlyClasses?: readonly string[];
  /** Class names it serves whatever controller their IngressClass names, and without any IngressClass object. */
  classesByName?: readonly string[];
  /** Values of the annotation `kubernetes.io/ingress.class` it answers to. */
  annotationValues: readonly string[];
  /** Whether it also takes the value from an annotation with a prefix of its own. */
  readsVendorAnnotation?: boolean;
  /** What it does with an Ingress that has neither. */
  withoutClass:
    | boolean
    /** Serves it while its own class is the default one. */
    | 'when-class-is-default'
    /** Serves it unless the default class is another controller's. */
    | 'unless-other-class-is-default'
    | 'unknown';
  /** The only namespaces it watches. */
  namespaces?: readonly string[];
  /** How it reads annotations of ingress-nginx; absent when it does not. */
  annotationReading?: AnnotationReading;
  /** Why it is not certain that this configuration is in force; such a controller is only a possible owner. */
  uncertain?: string;
  /** The fields the configuration was read from. */
  evidence: Evidence[];
}

/** What the engine knows about one ingress system. */
export interface SystemDefinition {
  system: IngressSystem;
  /** The name people know it by. */
  title: string;
  /** The retirement that applies to every controller of the system. */
  retirement?: RetirementId;
  /** Values of `IngressClass.spec.controller` that name it. */
  ingressControllers: readonly string[];
  /** Beginnings of `IngressClass.spec.controller` that name it, for systems that append something of their own. */
  ingressControllerPrefixes?: readonly string[];
  /** Values of `GatewayClass.spec.controllerName` that name it. */
  gatewayControllers: readonly string[];
  /** Controller strings that no source confirmed: what rests on them is inferred at best. */
  controllersUnverified?: boolean;
  /** IngressClass names by convention. They decide nothing; they are a hint where no object can be had. */
  conventionalIngressClasses: readonly string[];
  /** Values of the legacy annotation by convention. */
  conventionalAnnotations?: readonly string[];
  conventionalGatewayClasses: readonly string[];
  /** Whether other systems are known to serve the same controller value: the string alone is no proof then. */
  sharedController?: string;
  /** Says whether a workload is a controller of this system. */
  recognize?(workload: Workload): Recognition | undefined;
  /** The serving rules of a recognised controller, read from its configuration. */
  serving?(options: {
    workload: Workload;
    container: unknown;
  }): readonly IngressServing[];
  /** The serving rules where the controller runs but its workload was not read. */
  defaultServing: readonly IngressServing[];
  /** Workloads that carry the traffic, where they are not the controller itself. */
  proxies?(options: {
    context: ResolveContext;
    workload: Workload;
  }): readonly Workload[];
  /** From where a controller is meant to be reached, where something else than its Services says so. */
  declaredReach?(
    context: ResolveContext,
    controller: ControllerInstance,
  ): Reach | undefined;
  /** How an Ingress it serves is reached, where that is not through Services in front of the controller. */
  ingressReach?(input: IngressInput): Reach;
  /** Why it refuses an Ingress that it would serve by class; `undefined` when it does not. */
  refusal?(input: IngressInput): string | undefined;
  /** What its own annotations on an Ingress say about TLS, and what they add. */
  ingressDetails?(input: IngressInput): IngressDetails;
  /**
   * Controllers told from other sources than workloads, such as an add-on in the cluster's row. Asked when no
   * workload was recognised.
   */
  fallback?(input: FallbackInput): ControllerInstance[];
}

/** What a system is asked when none of its workloads was recognised. */
export interface FallbackInput {
  context: ResolveContext;
  definition: SystemDefinition;
}

/** An Ingress that a controller of the system serves. */
export interface IngressInput {
  context: ResolveContext;
  ingress: KubernetesObject;
  /** How the controller reads annotations of ingress-nginx; absent where it does not. */
  annotationReading?: AnnotationReading;
}

/** What a system's own annotations on an Ingress say. */
export interface IngressDetails {
  /** Overrides what `spec.tls` says. */
  tls?: TlsMode;
  capabilities: Record<string, string | boolean>;
}
