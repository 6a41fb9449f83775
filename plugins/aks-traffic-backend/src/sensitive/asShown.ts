import {
  ServiceAssessment,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { objectsOf } from './objectsOf';
import { withoutSensitive } from './withoutSensitive';

/** Of which Services of an answer somebody may see everything, by their places in it. */
export type ShownServices = 'all' | readonly number[];

/** The Services that an answer is about. */
export interface ShownSubject {
  services: readonly ServiceTraffic[];
  /** One for each of them, in their order. */
  assessments: readonly ServiceAssessment[];
}

/** An answer as somebody sees it to whom everything of some of its Services is shown. */
export function asShown<T>(options: {
  answer: T;
  /** The answer as it is for who may see nothing of it that is sensitive. */
  discreet: T;
  shown: ShownServices;
  subject: ShownSubject | undefined;
}): T {
  const { answer, discreet, shown, subject } = options;
  if (shown === 'all') {
    return answer;
  }
  if (shown.length === 0 || !subject) {
    return discreet;
  }
  const own = objectsOf({
    services: shown.map(index => subject.services[index]),
    assessments: shown.map(index => subject.assessments[index]),
  });
  return withoutSensitive(answer, own).answer;
}
