import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { aksTrafficSensitiveReadPermission } from 'backstage-plugin-aks-traffic-common';
import { asShown, ShownServices, ShownSubject } from './asShown';
import { ownersOf } from './ownersOf';
import { withoutSensitive } from './withoutSensitive';

/** What an answer is about, and whose it is. */
export interface AnswerSubject extends ShownSubject {
  entity: Entity;
  /** For each of the Services, the owners of all entities that claim it. */
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
    return asShown({
      answer,
      discreet: discreet.answer,
      subject,
      shown: await this.shownServices({ credentials, subject }),
    });
  }

  /** Of which of the Services an answer is about the caller may see everything. */
  async shownServices(options: {
    credentials: BackstageCredentials;
    /** Nobody owns what is in the answer when absent. */
    subject?: Pick<AnswerSubject, 'entity' | 'claimOwners'>;
  }): Promise<ShownServices> {
    const { credentials, subject } = options;
    const caller = await this.callerOf(credentials);
    if (caller === 'reader') {
      return 'all';
    }
    return caller === 'everybody' || !subject
      ? []
      : ownServices(subject, caller);
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

/** Places of the Services that are the caller's and nobody else's. */
function ownServices(
  subject: Pick<AnswerSubject, 'entity' | 'claimOwners'>,
  refs: ReadonlySet<string>,
): number[] {
  const isOwner = ownersOf(subject.entity).some(ref => refs.has(ref));
  return subject.claimOwners.flatMap((owners, index) =>
    isOwner && owners.every(ref => refs.has(ref)) ? [index] : [],
  );
}
