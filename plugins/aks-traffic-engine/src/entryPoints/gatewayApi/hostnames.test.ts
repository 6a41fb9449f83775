import fc from 'fast-check';
import { intersectHostnames } from './hostnames';

describe('intersectHostnames', () => {
  it.each([
    [['a.example'], ['a.example'], ['a.example']],
    [['*.example'], ['a.example'], ['a.example']],
    [['a.example'], ['*.example'], ['a.example']],
    [['*.example'], ['*.a.example'], ['*.a.example']],
    [['*.example'], ['example'], []],
    [['a.example'], ['b.example'], []],
    [['xexample'], ['*.example'], []],
    [[], ['a.example'], ['a.example']],
    [['*'], [], ['*']],
    [['A.example'], ['a.Example'], ['a.example']],
  ])('%j and %j agree on %j', (left, right, expected) => {
    expect(intersectHostnames(left, right)).toEqual(expected);
  });

  it('does not depend on the side', () => {
    const name = fc.constantFrom('*', '*.a', '*.b.a', 'b.a', 'c.b.a', 'a', 'x');
    fc.assert(
      fc.property(fc.array(name), fc.array(name), (left, right) => {
        expect(intersectHostnames(left, right).sort()).toEqual(
          intersectHostnames(right, left).sort(),
        );
      }),
    );
  });
});
