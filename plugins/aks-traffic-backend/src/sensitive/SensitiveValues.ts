import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  aksTrafficSensitiveReadPermission,
  ServiceAssessment,
  ServiceTraffic,
} from 'backstage-plugin-aks-traffic-common';
import { objectsOf } from './objectsOf';
import { ownersOf } from './ownersOf';
import { withoutSensitive } from './withoutSensitive';

/** What an answer is about, and whose it is. */
export interface AnswerSubject {
  entity: Entity;
  services: readonly ServiceTraffic[];
  /** One for each of them, in their order. */
  assessments: readonly ServiceAssessment[];
  /** For each of them, the owners of all entities that claim it. */
  claimOwners: readonly (readonly string[])[];
}

/**
 * Withholds raw configuration, secrets and what tells where one is from who may not see them.
 *
 * @remarks
 * Owners see those of their own: who owns the entity that is looked at sees what stands on its Services, on their
 * Ingresses and routes and on their workloads, as long as no entity of somebody else claims the same Service. An
 * annotation in the catalog is enough to claim a Service, and must not be enough to read its secrets. Services see
 * everything, and so do the users and groups that configuration names; all of them only as far as the permission
 * policy allows. A permission alone would open everything to everybody in a portal whose policy allows all.
 */
export class SensitiveValues {
  constructor(
    private readonly options: {
      auth: AuthService;
      permissions: PermissionsService;
      userInfo: UserInfoService;
      /** References of users and groups, in lower case. */
      readers: readonly string[];
    },
  ) {}

  /** The answer as the caller may see it. Who that is is asked only when there is something to withhold. */
  async forCaller<T>(
    answer: T,
    options: {
      credentials: BackstageCredentials;
      /** Nobody owns what is in the answer when absent. */
      subject?: AnswerSubject;
    },
  ): Promise<T> {
    const { credentials, subject } = options;
    const discreet = withoutSensitive(answer);
    if (!discreet.withheld) {
      return answer;
    }
    const caller = await this.callerOf(credentials);
    if (caller === 'everybody') {
      return discreet.answer;
    }
    if (caller === 'reader') {
      return answer;
    }
    const own = subject ? objectsOf(ownServices(subject, caller)) : undefined;
    return own ? withoutSensitive(answer, own).answer : discreet.answer;
  }

  /** @returns what the caller owns things as, unless that does not matter. */
  private async callerOf(
    credentials: BackstageCredentials,
  ): Promise<'everybody' | 'reader' | ReadonlySet<string>> {
    const { auth, permissions, userInfo, readers } = this.options;
    const [decision] = await permissions.authorize(
      [{ permission: aksTrafficSensitiveReadPermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      return 'everybody';
    }
    if (auth.isPrincipal(credentials, 'service')) {
      return 'reader';
    }
    if (!auth.isPrincipal(credentials, 'user')) {
      return 'everybody';
    }
    const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
    const refs = new Set(ownershipEntityRefs.map(ref => ref.toLowerCase()));
    return readers.some(ref => refs.has(ref)) ? 'reader' : refs;
  }
}

/** The Services that are the caller's and nobody else's. */
function ownServices(
  subject: AnswerSubject,
  refs: ReadonlySet<string>,
): Pick<AnswerSubject, 'services' | 'assessments'> {
  const isOwner = ownersOf(subject.entity).some(ref => refs.has(ref));
  const isOwn = (_: unknown, index: number) =>
    isOwner && subject.claimOwners[index].every(ref => refs.has(ref));
  return {
    services: subject.services.filter(isOwn),
    assessments: subject.assessments.filter(isOwn),
  };
}
