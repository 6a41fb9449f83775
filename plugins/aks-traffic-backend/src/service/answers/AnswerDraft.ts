import { EntityTraffic } from 'backstage-plugin-aks-traffic-common';
import { asShown, ShownServices } from '../../sensitive/asShown';
import { AnswerSubject } from '../../sensitive/SensitiveValues';
import { withoutSensitive } from '../../sensitive/withoutSensitive';
import { NamedService } from '../../store/waiverTypes';
import { withoutReasons } from '../withoutReasons';
import { AnswerWindow } from './answerWindow';

/** What must be known of an answer to tell who gets to see what of it. */
export interface AnswerOutline {
  window?: AnswerWindow;
  /** Whether there is anything in it that not everybody sees. */
  withheld: boolean;
  services: readonly NamedService[];
  /** For each of the Services, the owners of all entities that claim it. */
  claimOwners: AnswerSubject['claimOwners'];
}

/** The answer about an entity before it is anybody's. */
export interface AnswerDraft {
  outline: AnswerOutline;
  /** Of what was stored, see `TrafficStore.readRevision`. */
  revision: string;
  /** With everything. */
  traffic: EntityTraffic;
  /** With nothing that is sensitive. */
  discreet: EntityTraffic;
}

/** What a caller sees of an answer and may do with it. Callers with equal rights get equal answers. */
export interface CallerRights {
  shown: ShownServices;
  mayListClusters: boolean;
  canWaive: boolean;
}

export function draftAnswer(options: {
  traffic: EntityTraffic;
  window: AnswerWindow | undefined;
  revision: string;
  claimOwners: AnswerSubject['claimOwners'];
}): AnswerDraft {
  const { traffic, window, revision, claimOwners } = options;
  const { answer: discreet, withheld } = withoutSensitive(traffic);
  const services = traffic.services.map(({ cluster, namespace, service }) => ({
    cluster,
    namespace,
    service,
  }));
  return {
    outline: { window, withheld, services, claimOwners },
    revision,
    traffic,
    discreet,
  };
}

/** The answer for a caller. */
export function finishAnswer(
  { traffic, discreet }: AnswerDraft,
  { shown, mayListClusters, canWaive }: CallerRights,
): EntityTraffic {
  const answer = {
    ...asShown({
      answer: traffic,
      discreet,
      shown,
      subject: {
        services: traffic.services,
        assessments: traffic.assessments ?? [],
      },
    }),
    canWaive,
  };
  return mayListClusters ? answer : withoutReasons(answer);
}
