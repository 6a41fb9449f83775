import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Waiver, WaiverList } from 'backstage-plugin-aks-traffic-common';
import { unknownRule } from 'backstage-plugin-aks-traffic-engine';
import { formatWaiverCursor } from '../../request/waiverCursor';
import { NamedService, WaiverStore } from '../../store/waiverTypes';
import { toWaiver, waiverState } from '../../waivers/waiverState';
import { describeService } from './describeService';
import { principalOf } from './principalOf';
import { WaiverService } from './WaiverService';

/** Keeps waivers in the store, whoever asks. */
export class DefaultWaiverService implements WaiverService {
  constructor(
    private readonly options: {
      store: WaiverStore;
      catalog: CatalogService;
      clock(): Date;
    },
  ) {}

  async listWaivers(
    options: Parameters<WaiverService['listWaivers']>[0],
  ): Promise<WaiverList> {
    const { query, visibility = { unclaimed: true } } = options;
    const now = this.options.clock();
    const { waivers, next } = await this.options.store.listWaivers({
      query,
      visibility,
      now,
    });
    return {
      items: waivers.map(waiver => toWaiver(waiver, now)),
      pageInfo: next ? { nextCursor: formatWaiverCursor(next) } : {},
    };
  }

  async createWaiver(
    options: Parameters<WaiverService['createWaiver']>[0],
  ): Promise<Waiver> {
    const { request, credentials } = options;
    const { cluster, namespace, service, ruleId, subject } = request;
    const now = this.options.clock();
    const result = await this.options.store.createWaiver(
      {
        cluster,
        namespace,
        service,
        ruleId,
        ...(subject && { subject }),
        reason: request.reason,
        owner: await this.ownerOf(request.owner, credentials),
        createdBy: principalOf(credentials),
        createdAt: now.toISOString(),
        expiresAt: request.expiresAt,
      },
      now,
    );
    switch (result.outcome) {
      case 'created':
        return toWaiver(result.waiver, now);
      case 'waived':
        throw new ConflictError(
          `The finding is waived already, until ${result.waiver.expiresAt} by ${result.waiver.createdBy}. Revoke waiver ${result.waiver.id} first.`,
        );
      case 'no-finding':
        throw new NotFoundError(describeNoFinding(request, result.ruleIds));
      default:
        throw new NotFoundError(`There is no ${describeService(request)}`);
    }
  }

  async revokeWaiver(
    options: Parameters<WaiverService['revokeWaiver']>[0],
  ): Promise<Waiver> {
    const { id, credentials } = options;
    const now = this.options.clock();
    const result = await this.options.store.revokeWaiver({
      id,
      revokedBy: principalOf(credentials),
      now,
    });
    switch (result.outcome) {
      case 'revoked':
        return toWaiver(result.waiver, now);
      case 'ended':
        throw new ConflictError(
          waiverState(result.waiver, now) === 'revoked'
            ? `The waiver was revoked by ${result.waiver.revokedBy} at ${result.waiver.revokedAt}`
            : `The waiver expired at ${result.waiver.expiresAt}; there is nothing to take back`,
        );
      default:
        throw new NotFoundError('There is no such waiver');
    }
  }

  /** Who answers for a waiver: somebody the catalog knows, or the user who asks for it. */
  private async ownerOf(
    owner: string | undefined,
    credentials: BackstageCredentials,
  ): Promise<string> {
    const principal = principalOf(credentials);
    const isUser = principal.startsWith('user:');
    if (owner === undefined && !isUser) {
      throw new InputError(
        'The waiver is not valid. owner is missing: a service cannot answer for a finding',
      );
    }
    if (owner === undefined || owner === principal) {
      return principal;
    }
    const entity = await this.options.catalog.getEntityByRef(owner, {
      credentials,
    });
    if (!entity) {
      throw new InputError(
        `The waiver is not valid. owner ${owner} is not in the catalog`,
      );
    }
    return owner;
  }
}

/** Says what there is in place of the finding that was named. */
function describeNoFinding(
  request: NamedService & Pick<Waiver, 'ruleId' | 'subject'>,
  ruleIds: string[],
): string {
  const reason = unknownRule(request.ruleId);
  return `${describeService(request)} has no finding of rule ${request.ruleId}${
    request.subject === undefined ? '' : ' about this subject'
  }${reason === undefined ? '' : ` (${reason})`}. ${
    ruleIds.length > 0
      ? `It has findings of ${ruleIds.join(', ')}`
      : 'It has no findings'
  }. Findings about its cluster as a whole cannot be waived.`;
}
