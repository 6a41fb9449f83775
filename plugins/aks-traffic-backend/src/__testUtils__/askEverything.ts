import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { ContosoBackend } from './contosoBackend';
import { createContract } from './openApi';
import { Recorder } from './Recorder';

const callers = {
  nobody: {},
  user: { authorization: mockCredentials.user.header() },
  service: { authorization: mockCredentials.service.header() },
};

/** Asks every operation as everybody, and writes down the answers with their headers. */
export async function askEverything(
  { server }: Pick<ContosoBackend, 'server'>,
  options: {
    recorder: Recorder;
    contract: ReturnType<typeof createContract>;
    cluster: string;
    /** Name of a component that has a Service there. */
    component: string;
  },
): Promise<void> {
  const { recorder, contract, cluster, component } = options;
  const operations = new Set(
    contract.described.map(each => each.split(' ').slice(0, 2).join(' ')),
  );
  for (const operation of operations) {
    const [method, path] = operation.split(' ');
    const url = `/api/aks-traffic${path}`
      .replace('{kind}/{namespace}/{name}', `component/default/${component}`)
      .replace('{id}', 'none')
      .replace('{name}', cluster);
    const query = path === '/v1/patterns' ? `?cluster=${cluster}` : '';
    for (const headers of Object.values(callers)) {
      const {
        status,
        text,
        headers: answered,
      } = await request(server)
        [method as 'get' | 'post' | 'delete'](`${url}${query}`)
        .set(headers);
      recorder.note(`answer ${operation}`, status, text, answered);
    }
  }
}
