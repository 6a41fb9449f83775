import fc from 'fast-check';
import { containerFlags, runsProgram } from './containerFlags';

describe('containerFlags', () => {
  it.each([
    ['--name=value', ['--name=value'], [['name', 'value']]],
    ['--name value', ['--name', 'value'], [['name', 'value']]],
    ['-name=value', ['-name=value'], [['name', 'value']]],
    [
      'a flag without a value',
      ['--on', '--off=false'],
      [
        ['on', 'true'],
        ['off', 'false'],
      ],
    ],
    ['a value with an equals sign', ['--a=b=c'], [['a', 'b=c']]],
    [
      'upper case',
      ['--Providers.KubernetesIngress'],
      [['providers.kubernetesingress', 'true']],
    ],
    [
      'a shell command',
      ['-c', 'exec /bin/x --a=b --c d'],
      [
        ['c', 'd'],
        ['a', 'b'],
      ],
    ],
    ['no flags', ['serve', 'value'], []],
  ])('reads %s', (_case, args, expected) => {
    expect(new Map(containerFlags({ args }))).toEqual(
      new Map(expected as [string, string][]),
    );
  });

  it('reads command and arguments of any JSON without throwing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(fc.string()), (json, args) => {
        expect(containerFlags(json)).toBeInstanceOf(Map);
        expect(containerFlags({ args })).toBeInstanceOf(Map);
        expect(typeof runsProgram({ args }, '/x')).toBe('boolean');
      }),
    );
  });
});
