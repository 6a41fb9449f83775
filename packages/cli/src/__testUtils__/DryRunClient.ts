import http from 'node:http';
import https from 'node:https';
import { KubernetesObject } from 'backstage-plugin-aks-traffic-engine';
import { ClusterLocation } from 'backstage-plugin-aks-traffic-node';

/** Asks an API server what it would say to an object, without changing anything. */
export class DryRunClient {
  private readonly plurals = new Map<string, Map<string, string>>();

  constructor(private readonly location: ClusterLocation) {}

  /**
   * What the server has against an object, fields it does not know included; `unknown-kind` when it has no such kind.
   * Everything is looked at in the namespace `default`, as a dry run makes no namespace that others could be in.
   */
  async problem(object: KubernetesObject): Promise<string | undefined> {
    const { apiVersion, kind, metadata } = object;
    const base = apiVersion.includes('/')
      ? `/apis/${apiVersion}`
      : `/api/${apiVersion}`;
    const plural = (await this.kinds(base)).get(kind);
    if (plural === undefined) {
      return 'unknown-kind';
    }
    const place = metadata.namespace === undefined ? '' : 'namespaces/default/';
    const { status, body } = await this.request(
      'PATCH',
      `${base}/${place}${plural}/${metadata.name}?dryRun=All&fieldValidation=Strict&fieldManager=aks-traffic-test&force=true`,
      JSON.stringify({
        ...object,
        metadata: {
          ...metadata,
          ...(metadata.namespace !== undefined && { namespace: 'default' }),
        },
      }),
    );
    return status < 300 ? undefined : `${status} ${body}`;
  }

  private async kinds(base: string): Promise<Map<string, string>> {
    const known = this.plurals.get(base);
    if (known) {
      return known;
    }
    const { status, body } = await this.request('GET', base);
    const resources: { kind: string; name: string }[] =
      status === 200 ? JSON.parse(body).resources : [];
    const found = new Map(
      resources
        .filter(({ name }) => !name.includes('/'))
        .map(({ kind, name }) => [kind, name]),
    );
    this.plurals.set(base, found);
    return found;
  }

  private async request(
    method: string,
    path: string,
    body?: string,
  ): Promise<{ status: number; body: string }> {
    const { server, caData, access } = this.location;
    const url = new URL(server!.replace(/\/$/, '') + path);
    const token =
      access.kind === 'token'
        ? await access.getToken({ signal: new AbortController().signal })
        : undefined;
    const certificate = access.kind === 'none' ? undefined : access.certificate;
    return new Promise((done, fail) => {
      const request = (url.protocol === 'http:' ? http : https).request(
        url,
        {
          method,
          ca: caData,
          cert: certificate?.certificate,
          key: certificate?.key,
          headers: {
            ...(token && { authorization: `Bearer ${token.token}` }),
            ...(body !== undefined && {
              'content-type': 'application/apply-patch+yaml',
            }),
          },
        },
        response => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', part => {
            text += part;
          });
          response.on('end', () =>
            done({ status: response.statusCode ?? 0, body: text }),
          );
          response.on('error', fail);
        },
      );
      request.on('error', fail);
      request.end(body);
    });
  }
}
