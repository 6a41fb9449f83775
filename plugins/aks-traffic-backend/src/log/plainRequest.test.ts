import { printable } from 'backstage-plugin-aks-traffic-common';
import express from 'express';
import request from 'supertest';
import { plainRequest } from './plainRequest';

/** What Backstage's auditor reads of a request, behind a proxy that is believed. */
function tellingApp(write = printable) {
  const app = express();
  app.set('trust proxy', true);
  app.use((received, response) => {
    const plain = plainRequest(received, write);
    response.json({
      same: plain === received,
      ip: plain.ip,
      hostname: plain.hostname,
      userAgent: plain.get('user-agent'),
      url: plain.originalUrl,
      method: plain.method,
    });
  });
  return app;
}

describe('plainRequest', () => {
  it.each([
    ['host', 'hostname'],
    ['x-forwarded-host', 'hostname'],
    ['x-forwarded-for', 'ip'],
    ['user-agent', 'userAgent'],
  ])('tells %s without what steers a terminal', async (header, field) => {
    const { body } = await request(tellingApp())
      .get('/a')
      .set(header, '\u009b31m');

    expect(body).toMatchObject({ [field]: '\\u009b31m', url: '/a' });
  });

  it('tells no more of a long address, host or name than may be written', async () => {
    const { body } = await request(tellingApp(text => text.slice(0, 5)))
      .get('/0123456789')
      .set('x-forwarded-host', 'host.example')
      .set('x-forwarded-for', '192.0.2.1')
      .set('user-agent', 'program');

    expect(body).toEqual({
      same: false,
      ip: '192.0',
      hostname: 'host.',
      userAgent: 'progr',
      url: '/0123',
      method: 'GET',
    });
  });

  it('leaves a request alone in which nothing has to be changed', async () => {
    const { body } = await request(tellingApp()).get('/a').unset('User-Agent');

    expect(body).toMatchObject({ same: true, hostname: '127.0.0.1' });
  });
});
