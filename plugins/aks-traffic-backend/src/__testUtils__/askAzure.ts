import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { RunningSimulator } from './runSimulator';

/** Posts to the simulated Azure, and reads the answer as text. */
export function askAzure(
  { azure }: Pick<RunningSimulator, 'azure'>,
  options: { path: string; body?: string; token?: string },
): Promise<string> {
  const { path, body = '', token } = options;
  return new Promise((resolve, reject) => {
    request(
      `${azure.endpoint}${path}`,
      {
        method: 'POST',
        ca: readFileSync(azure.caFile),
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          ...(token && { authorization: `Bearer ${token}` }),
        },
      },
      async response => {
        const chunks: Buffer[] = [];
        for await (const chunk of response) {
          chunks.push(chunk);
        }
        resolve(Buffer.concat(chunks).toString());
      },
    )
      .on('error', reject)
      .end(body);
  });
}

/** A token of the simulated Entra ID, signed in with the credentials that the portal has. */
export async function askForToken(
  simulator: Pick<RunningSimulator, 'azure' | 'identities'>,
): Promise<string> {
  const [{ clientId, clientSecret }] = simulator.identities;
  const { tenantId, endpoint } = simulator.azure;
  const answer = await askAzure(simulator, {
    path: `/${tenantId}/oauth2/v2.0/token`,
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret!,
      scope: `${endpoint}/.default`,
    }).toString(),
  });
  return JSON.parse(answer).access_token;
}
