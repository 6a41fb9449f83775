import { KubernetesObject } from 'backstage-plugin-aks-traffic-engine';
import { boundObject } from './boundObject';

function configured(spec: Record<string, unknown>): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web', namespace: 'shop', labels: { app: 'web' } },
    spec,
  };
}

describe('boundObject', () => {
  it('leaves what is short as it is', () => {
    const object = configured({
      ports: [{ port: 80 }],
      externalName: 'x'.repeat(2000),
    });
    expect(boundObject(object)).toEqual(object);
  });

  it('cuts long texts and lists, and says what is missing', () => {
    const object = configured({
      text: 'x'.repeat(2007),
      list: Array.from({ length: 105 }, (_, index) => ({ index })),
    });

    const { spec } = boundObject(object);

    expect(spec?.text).toBe(`${'x'.repeat(2000)} (7 characters left out)`);
    expect(spec?.list).toHaveLength(101);
    expect((spec?.list as unknown[]).at(-1)).toBe('(5 more left out)');
  });

  it('keeps the names alone of what is too large all the same', () => {
    const texts = Array.from({ length: 50 }, () => 'x'.repeat(2000));
    expect(boundObject(configured({ texts }))).toEqual({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'web', namespace: 'shop' },
      '(left out)': 'More than 65536 characters.',
    });
  });
});
