import { parseAllDocuments } from 'yaml';
import { runInMemory } from '../__testUtils__/runInMemory';

const ingress = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
  namespace: shop
  annotations:
    nginx.ingress.kubernetes.io/proxy-body-size: 8m
    nginx.ingress.kubernetes.io/ssl-prefer-server-ciphers: "true"
spec:
  ingressClassName: nginx
  tls: [{ hosts: [shop.contoso.com], secretName: shop-tls }]
  rules:
    - host: shop.contoso.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend: { service: { name: web, port: { name: http } } }
`;
const service = `apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { ports: [{ name: http, port: 8080 }] }
`;

function run(input: string, ...args: string[]) {
  return runInMemory(['migrate', '-', ...args], { input });
}

function kindsIn(output: string): string[] {
  const documents = parseAllDocuments(output);
  return Array.isArray(documents)
    ? documents.map(document => document.toJS().kind)
    : [];
}

describe('migrate', () => {
  it('prints objects that can be applied, and each verdict as a comment', async () => {
    const { exitCode, output } = await run(
      `${ingress}---\n${service}`,
      '--to',
      'approuting-istio',
    );

    expect(exitCode).toBe(0);
    expect(kindsIn(output)).toEqual(['Gateway', 'HTTPRoute', 'HTTPRoute']);
    expect(output).toMatch(/^# decide: shop\/shop: proxy-body-size: /m);
    expect(output).toMatch(/^# done: shop\/shop: ssl-prefer-server-ciphers: /m);
  });

  it('takes the names of targets as reports have them, too', async () => {
    const { output } = await run(
      `${ingress}---\n${service}`,
      '--to',
      'application-gateway-for-containers',
    );

    expect(output).toMatch(/gatewayClassName: azure-alb-external/);
  });

  describe('of what keeps callers out', () => {
    const guarded = `${ingress.replace(
      'proxy-body-size: 8m',
      'auth-url: https://id.contoso.com',
    )}---\n${service}`;

    it('prints nothing that would let everybody in, and names the annotation and the way out', async () => {
      const { exitCode, output, errors } = await run(guarded, '--to', 'istio');

      expect(exitCode).toBe(1);
      expect(output).toBe('');
      expect(errors).toMatch(
        /not moved: shop\/shop: auth-url asks for external authentication.*AuthorizationPolicy/,
      );
      expect(errors).toMatch(/--allow-open writes these routes all the same/);
    });

    it.each([
      ['yaml', /^# open: shop\/shop: auth-url /m],
      ['guide', /^## Open by request$/m],
    ])('prints it by request, as %s', async (format, line) => {
      const { exitCode, output, errors } = await run(
        guarded,
        '--to',
        'istio',
        '--allow-open',
        '--format',
        format,
      );

      expect(exitCode).toBe(0);
      expect(output).toMatch(line);
      expect(errors).toMatch(/open: shop\/shop: auth-url /);
    });
  });

  it('says which paths are not served', async () => {
    const { exitCode, output } = await run(ingress, '--to', 'istio');

    expect(exitCode).toBe(0);
    expect(output).toMatch(
      /^# not served: shop\/shop: shop\.contoso\.com\/: the number of port http/m,
    );
  });

  it('prints all of it as JSON', async () => {
    const { output } = await run(
      `${ingress}---\n${service}`,
      '--to',
      'istio',
      '--format',
      'json',
    );
    const migration = JSON.parse(output);

    expect(migration.annotations).toHaveLength(2);
    expect(migration.objects[0].kind).toBe('Gateway');
  });

  it('prints the guide', async () => {
    const { output } = await run(
      `${ingress}---\n${service}`,
      '--to',
      'istio',
      '--format',
      'guide',
    );

    expect(output).toMatch(/^# Move to the Istio add-on/);
  });

  it('takes version, address and place of the Gateway', async () => {
    const { output } = await run(
      `${ingress}---\n${service}`,
      '--to',
      'approuting-istio',
      '--kubernetes-version',
      '1.36',
      '--internal',
      '--gateway',
      'edge/front',
    );

    expect(output).toMatch(/statusCode: 308/);
    expect(output).toMatch(/azure-load-balancer-internal: "true"/);
    expect(output).toMatch(
      /name: front\n {2}namespace: edge|namespace: edge\n {2}name: front/,
    );
  });

  it.each([
    [['--to', 'nginx'], /Allowed choices are approuting-istio/],
    [[], /required option '--to <target>'/],
    [['--to', 'istio', '--kubernetes-version', 'new'], /such as 1\.36/],
    [['--to', 'istio', '--gateway', 'front'], /such as edge\/shop/],
  ])('refuses %j with the way out', async (args, message) => {
    const { exitCode, errors } = await run(ingress, ...args);

    expect(exitCode).toBe(2);
    expect(errors).toMatch(message);
  });

  it('refuses input without an Ingress, and names what it could not read', async () => {
    const { exitCode, errors } = await run('a: [', '--to', 'istio');

    expect(exitCode).toBe(2);
    expect(errors).toMatch(/input: standard input, document 1.*not valid YAML/);
    expect(errors).toMatch(/no Ingress with a path in -/);
  });

  it('does not call an object unread of which one value lacks its quotes', async () => {
    const { exitCode, output, errors } = await run(
      `${ingress.replace('"true"', 'true')}---\n${service}`,
      '--to',
      'istio',
    );

    expect(exitCode).toBe(0);
    expect(output).toMatch(/^# done: shop\/shop: ssl-prefer-server-ciphers: /m);
    expect(errors).toMatch(/^aks-traffic: input: .* put it in quotes/);
    expect(errors).not.toMatch(/not read/);
  });

  it('writes what is the same in two places twice, as people do', async () => {
    const { output } = await run(`${ingress}---\n${service}`, '--to', 'istio');

    expect(output.match(/^ +from: Same$/gm)).toHaveLength(2);
    expect(output).not.toMatch(/[&*]a\d/);
  });

  it('does not let names steer the terminal', async () => {
    const { output } = await run(
      ingress
        .replace('proxy-body-size', '"x\\u001b[31m\\u202e"')
        .replace('secretName: shop-tls', 'secretName: "a\\u202eb"')
        .replace(
          'nginx.ingress.kubernetes.io/"',
          '"nginx.ingress.kubernetes.io/',
        )
        .concat('---\n', service),
      '--to',
      'istio',
    );

    expect(output).not.toContain('\u001b');
    expect(output).not.toContain('\u202e');
    expect(output).toMatch(/name: "a\\u202eb"/);
  });
});
