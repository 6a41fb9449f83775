import { fieldSet, ownedPart } from './fieldSet';

describe('fieldSet', () => {
  it('names entries of a list by what tells them apart', () => {
    expect(
      fieldSet('spec', {
        containers: [
          { name: 'web', ports: [{ containerPort: 80, protocol: 'TCP' }] },
        ],
      }),
    ).toEqual({
      'f:containers': {
        'k:{"name":"web"}': {
          '.': {},
          'f:name': {},
          'f:ports': {
            '.': {},
            'k:{"containerPort":80,"protocol":"TCP"}': {
              '.': {},
              'f:containerPort': {},
              'f:protocol': {},
            },
          },
        },
      },
    });
  });

  it('takes lists without keys and objects that are replaced as a whole, and sets value by value', () => {
    expect(
      fieldSet('spec', {
        rules: [{ host: 'shop.example' }],
        finalizers: ['kubernetes'],
        ports: [{ name: 'http' }],
        selector: { app: 'shop' },
        type: 'ClusterIP',
        empty: {},
      }),
    ).toEqual({
      'f:rules': {},
      'f:finalizers': { '.': {}, 'v:"kubernetes"': {} },
      'f:ports': {},
      'f:selector': {},
      'f:type': {},
      'f:empty': {},
    });
  });
});

describe('ownedPart', () => {
  it('says that the thing itself is owned where something in it is', () => {
    expect(ownedPart('spec', { type: 'ClusterIP' })).toEqual({
      '.': {},
      'f:type': {},
    });
    expect(ownedPart('spec', {})).toEqual({});
  });
});
