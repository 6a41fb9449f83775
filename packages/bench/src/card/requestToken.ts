import { request } from 'node:https';
import { readFile } from 'node:fs/promises';
import { json } from 'node:stream/consumers';
import { IncomingMessage } from 'node:http';
import { FleetAddress } from '../fleet/startSimulator';

/** The application that API servers of AKS are, to Microsoft Entra ID. */
const scope = '6dae42f8-4368-4678-94ff-3960e28e3630/.default';

/** A token for the API servers of the fleet, as a client secret gets it. */
export async function requestToken({
  azure,
  identities,
}: FleetAddress): Promise<string> {
  const [{ clientId, clientSecret }] = identities;
  const ca = await readFile(azure.caFile, 'utf8');
  const response = await new Promise<IncomingMessage>((done, fail) => {
    request(`${azure.endpoint}/${azure.tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      ca,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
      .once('response', done)
      .once('error', fail)
      .end(
        new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: clientId,
          client_secret: clientSecret,
          scope,
        }).toString(),
      );
  });
  const { access_token: token } = (await json(response)) as {
    access_token: string;
  };
  return token;
}
