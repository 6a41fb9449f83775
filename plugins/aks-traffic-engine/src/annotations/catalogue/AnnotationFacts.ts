import {
  AnnotationOutcome,
  MigrationTarget,
} from 'backstage-plugin-aks-traffic-common';
import { GatewayApiField } from './gatewayApiFields';
import { SourceId } from './sources';

/** What a target has for an annotation, as the sources say it. */
export interface TargetFact {
  /** `not-needed` where the target behaves that way by itself, or the annotation no longer does anything. */
  support: 'yes' | 'partial' | 'no' | 'not-needed';
  /** One or two sentences for people. */
  reason: string;
  /** What expresses it; left out where it is the field of the Gateway API. */
  replacement?: string;
  /** Whether a resource of the target's own expresses it although the Gateway API has a field. */
  own?: true;
  /** The outcome, where `outcomeOf` would say what the sources do not. */
  outcome?: AnnotationOutcome;
  /** What there is on clusters whose Gateway API resources do not have the field yet; nothing unless told. */
  before?: {
    outcome: AnnotationOutcome;
    reason: string;
    replacement?: string;
  };
}

/** What a move means for an annotation, whatever the target. */
export type AnnotationConcern =
  /** It says nothing outside NGINX. */
  | 'none'
  /** A standard field means the same. */
  | 'portable'
  /** Meaning, scope or version differ. */
  | 'review'
  /** Access control, a firewall or raw configuration: losing or keeping it unseen is a security event. */
  | 'security'
  /** No target has a standard way. */
  | 'no-equivalent';

/** The risk that ingress-nginx states for an annotation. */
export type UpstreamRisk = 'Low' | 'Medium' | 'High' | 'Critical';

/** What is known about one annotation of ingress-nginx. */
export interface AnnotationFacts {
  /** What it does, in one sentence. */
  purpose: string;
  concern: AnnotationConcern;
  /** Absent for what was removed before releases stated risks. */
  upstreamRisk?: UpstreamRisk;
  /** Whether it is about the paths of its Ingress, or about hosts and backends, which other Ingresses share. */
  scope?: 'location' | 'ingress';
  /** The parser of ingress-nginx that reads it. */
  group: string;
  /** The name it is another spelling of, or that took its place. */
  aliasOf?: string;
  status?: 'removed';
  /** First release without it, where a source says which. */
  removedIn?: string;
  gatewayApi: GatewayApiField;
  /** Whether the value may hold a secret, the name of one, or raw configuration. */
  sensitive?: true;
  /** What Traefik's provider for NGINX annotations makes of it. */
  traefik?: 'supported' | 'partial' | 'unsupported' | 'ignored';
  /** What ingress2gateway v1.1.0 makes of it. */
  ingress2gateway?: string;
  /** What else to know before moving it. */
  note?: string;
  /** Documents beside the pages of ingress-nginx about its annotations. */
  sources?: readonly SourceId[];
  targets: Record<MigrationTarget, TargetFact>;
}

/** Facts by the annotation's name without its prefix. */
export type AnnotationGroup = Record<string, AnnotationFacts>;
