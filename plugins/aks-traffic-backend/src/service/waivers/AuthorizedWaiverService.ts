import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  aksTrafficWaiverManagePermission,
  Waiver,
  WaiverList,
} from 'backstage-plugin-aks-traffic-common';
import { VisibilityReader } from '../../permissions/VisibilityReader';
import { WaiverAccess } from '../../permissions/WaiverAccess';
import { Visibility } from '../../store/listTypes';
import { NamedService, WaiverStore } from '../../store/waiverTypes';
import { describeService } from './describeService';
import { WaiverService } from './WaiverService';

/** Lets through what the permission policy allows, about Services that the caller may see. */
export class AuthorizedWaiverService implements WaiverService {
  constructor(
    private readonly options: {
      service: WaiverService;
      store: Pick<WaiverStore, 'isVisible' | 'readWaiver'>;
      visibility: Pick<VisibilityReader, 'read'>;
      access: Pick<WaiverAccess, 'isAllowed'>;
    },
  ) {}

  async listWaivers(
    options: Parameters<WaiverService['listWaivers']>[0],
  ): Promise<WaiverList> {
    const visibility = await this.visibility(options.credentials);
    return this.options.service.listWaivers({ ...options, visibility });
  }

  async createWaiver(
    options: Parameters<WaiverService['createWaiver']>[0],
  ): Promise<Waiver> {
    const { request, credentials } = options;
    const visibility = await this.visibility(credentials);
    if (!(await this.options.store.isVisible(request, visibility))) {
      throw new NotFoundError(`There is no ${describeService(request)}`);
    }
    await this.authorize(request, credentials);
    return this.options.service.createWaiver(options);
  }

  async revokeWaiver(
    options: Parameters<WaiverService['revokeWaiver']>[0],
  ): Promise<Waiver> {
    const { id, credentials } = options;
    const visibility = await this.visibility(credentials);
    const waiver = await this.options.store.readWaiver(id, visibility);
    if (!waiver) {
      throw new NotFoundError('There is no such waiver');
    }
    await this.authorize(waiver, credentials);
    return this.options.service.revokeWaiver(options);
  }

  private async visibility(
    credentials: BackstageCredentials,
  ): Promise<Visibility> {
    const view = await this.options.visibility.read(credentials);
    return view.visibility;
  }

  private async authorize(
    service: NamedService,
    credentials: BackstageCredentials,
  ): Promise<void> {
    if (!(await this.options.access.isAllowed([service], credentials))) {
      throw new NotAllowedError(
        `Permission ${
          aksTrafficWaiverManagePermission.name
        } is required for ${describeService(service)}`,
      );
    }
  }
}
