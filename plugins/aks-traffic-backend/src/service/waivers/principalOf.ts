import { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Reference of the user who asks, or what the service that asks is called, such as `plugin:scaffolder`. */
export function principalOf(credentials: BackstageCredentials): string {
  const principal = credentials.principal as {
    userEntityRef?: string;
    subject?: string;
  };
  return principal.userEntityRef ?? principal.subject ?? 'unknown';
}
