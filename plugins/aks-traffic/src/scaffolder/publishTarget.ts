import { ConfigApi } from '@backstage/frontend-plugin-api';

/** Where new services go. */
export type PublishTarget =
  | { kind: 'local' }
  | { kind: 'github'; owner: string }
  | { kind: 'azure'; organization: string; project: string };

/** Reads `aksTraffic.goldenPath.publish`; a portal without it publishes to its own machine. */
export function readPublishTarget(config: ConfigApi): PublishTarget {
  const publish = config.getOptionalConfig('aksTraffic.goldenPath.publish');
  switch (publish?.getString('kind')) {
    case 'github':
      return { kind: 'github', owner: publish!.getString('owner') };
    case 'azure':
      return {
        kind: 'azure',
        organization: publish!.getString('organization'),
        project: publish!.getString('project'),
      };
    default:
      return { kind: 'local' };
  }
}

/** The repository of a name, as the publishing steps of the scaffolder take it; none on this machine. */
export function repositoryUrl(
  target: PublishTarget,
  name: string,
): string | undefined {
  switch (target.kind) {
    case 'github':
      return `github.com?${new URLSearchParams({
        owner: target.owner,
        repo: name,
      })}`;
    case 'azure':
      return `dev.azure.com?${new URLSearchParams({
        organization: target.organization,
        project: target.project,
        repo: name,
      })}`;
    default:
      return undefined;
  }
}
