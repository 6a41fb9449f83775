import { analyze, orphansOf, waysInto } from '../../__testUtils__/analyze';
import { controllersIn } from '../../__testUtils__/controllers';
import {
  controller,
  ingress,
  ingressClass,
  service,
} from '../../__testUtils__/builders';

const technologies = 'haproxytech/kubernetes-ingress:3.1.4';
const community = 'quay.io/jcmoraisjr/haproxy-ingress:v0.15.0';

describe('HAProxy', () => {
  it.each([
    [
      'Technologies by its value',
      technologies,
      [],
      'haproxy.org/ingress-controller',
    ],
    [
      'Technologies by its value and class',
      technologies,
      ['--ingress.class=edge'],
      'haproxy.org/ingress-controller/edge',
    ],
    [
      'community by its value',
      community,
      [],
      'haproxy-ingress.github.io/controller',
    ],
    [
      'community by value and suffix',
      community,
      ['--controller-class=edge'],
      'haproxy-ingress.github.io/controller/edge',
    ],
  ])('%s serves its class', (_case, image, args, value) => {
    expect(
      waysInto(
        analyze([
          ...controller({ image, args }),
          ingressClass('any', value),
          service(),
          ingress({ className: 'any' }),
        ]),
      ),
    ).toEqual(['haproxy public proven']);
  });

  it.each([
    [
      'a suffix that the controller was not given',
      [],
      'haproxy.org/ingress-controller/edge',
    ],
    [
      'no suffix, where the controller was given one',
      ['--ingress.class=edge'],
      'haproxy.org/ingress-controller',
    ],
  ])('does not serve a class with %s', (_case, args, value) => {
    const analysis = analyze([
      ...controller({ image: technologies, args }),
      ingressClass('any', value),
      service(),
      ingress({ className: 'any' }),
    ]);
    expect(waysInto(analysis)).toEqual([]);
    expect(orphansOf(analysis)).toEqual(['Ingress web', 'IngressClass any']);
  });

  it.each([
    ['takes it without a class of its own', [], [], true],
    [
      'leaves it where another class is the default',
      [],
      [ingressClass('other', 'example.com/other', { isDefault: true })],
      false,
    ],
    ['leaves it with a class of its own', ['--ingress.class=edge'], [], false],
    [
      'takes it with a class of its own that is the default',
      ['--ingress.class=edge'],
      [
        ingressClass('edge', 'haproxy.org/ingress-controller/edge', {
          isDefault: true,
        }),
      ],
      true,
    ],
    [
      'takes it when told so',
      ['--ingress.class=edge', '--empty-ingress-class'],
      [],
      true,
    ],
  ])('%s (Ingress without a class)', (_case, args, classes, served) => {
    expect(
      waysInto(
        analyze([
          ...controller({ image: technologies, args }),
          ...classes,
          service(),
          ingress({ addresses: served ? undefined : [] }),
        ]),
      ).includes('haproxy public proven'),
    ).toBe(served);
  });

  it.each([
    ['of HAProxy Technologies', technologies, 'haproxy 3.1.4 proven'],
    ['of the community', community, 'haproxy 0.15.0 proven'],
    [
      'of a mirror, by digest',
      'acr.example/haproxytech/kubernetes-ingress@sha256:0a',
      'haproxy (no version) proven',
    ],
  ])('is found by the image %s', (_case, image, expected) => {
    expect(controllersIn({ image })).toEqual([expected]);
  });

  it.each([
    ['an ingress of another vendor', 'example/kubernetes-ingress:1'],
    ['the plain proxy', 'haproxy:3.1'],
    [
      'the plain proxy of HAProxy Technologies',
      'haproxytech/haproxy-alpine:3.1',
    ],
    ['a fork of another name', 'example/my-haproxy-ingress:v0.15.0'],
  ])('is not %s', (_case, image) => {
    expect(controllersIn({ image })).toEqual([]);
  });

  it.each([
    ['haproxy.org/ingress.class', technologies, ['haproxy public proven']],
    ['haproxy.com/ingress.class', technologies, ['haproxy public proven']],
    ['haproxy.org/ingress.class', community, ['unknown unknown inferred']],
    ['example.com/ingress.class', technologies, []],
  ])('reads a class in %s (%s)', (key, image, expected) => {
    const analysis = analyze([
      ...controller({
        image,
        args: ['--ingress.class=edge', '--ingress-class=edge'],
      }),
      service(),
      ingress({ annotations: { [key]: 'edge' }, addresses: [] }),
      ingress({ name: 'classless', addresses: [] }),
    ]);
    expect(waysInto(analysis)).toEqual(expected);
  });

  it('ends at an orphan where the annotation is all that is left of it', () => {
    const analysis = analyze([
      service(),
      ingress({
        annotations: { 'haproxy.org/ingress.class': 'haproxy' },
        addresses: [],
      }),
    ]);
    expect(analysis.orphans[0].reason).toMatch(
      /no controller of the cluster answers to the class annotation haproxy/,
    );
  });
});
