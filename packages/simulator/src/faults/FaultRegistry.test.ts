import fc from 'fast-check';
import { FaultRegistry } from './FaultRegistry';

const epoch = { now: () => new Date(0) };

describe('FaultRegistry', () => {
  it('applies a fault to its server and resource only', () => {
    const faults = new FaultRegistry();
    faults.add({
      id: 'a',
      target: 'shop',
      resource: 'ingresses',
      effect: { kind: 'forbidden' },
    });
    expect(faults.match({ target: 'shop', resource: 'ingresses' })).toEqual({
      kind: 'forbidden',
    });
    expect(
      faults.match({ target: 'shop', resource: 'services' }),
    ).toBeUndefined();
    expect(
      faults.match({ target: 'other', resource: 'ingresses' }),
    ).toBeUndefined();
  });

  it('takes * for every cluster and for nothing of Azure', () => {
    const faults = new FaultRegistry();
    faults.add({ id: 'a', target: '*', effect: { kind: 'hang' } });
    expect(faults.match({ target: 'shop' })).toEqual({ kind: 'hang' });
    for (const target of ['entra', 'arm', 'resource-graph']) {
      expect(faults.match({ target })).toBeUndefined();
    }
  });

  it('switches a fault off by itself after exactly as many requests as were asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), times => {
        const faults = new FaultRegistry();
        faults.add({ id: 'a', target: 'arm', times, effect: { kind: 'html' } });
        let applied = 0;
        for (let request = 0; request < 30; request += 1) {
          applied += faults.match({ target: 'arm' }) ? 1 : 0;
        }
        expect(applied).toBe(times);
        expect(faults.list()).toEqual([]);
      }),
    );
  });

  it('lets the first list page pass when continue tokens are to expire, without using the fault up', () => {
    const faults = new FaultRegistry();
    faults.add({
      id: 'a',
      target: 'shop',
      times: 1,
      effect: { kind: 'expired-continue' },
    });
    expect(faults.match({ target: 'shop' })).toBeUndefined();
    expect(faults.match({ target: 'shop', continued: true })).toEqual({
      kind: 'expired-continue',
    });
    expect(faults.match({ target: 'shop', continued: true })).toBeUndefined();
  });

  it('shifts the clock of one server for as long as the fault is on', () => {
    const faults = new FaultRegistry();
    const clock = faults.clockFor('shop', epoch);
    faults.add({
      id: 'late',
      target: 'shop',
      effect: { kind: 'clock-skew', seconds: 90 },
    });
    expect(clock.now()).toEqual(new Date(90_000));
    expect(faults.clockFor('other', epoch).now()).toEqual(new Date(0));
    expect(faults.match({ target: 'shop' })).toBeUndefined();
    faults.remove('late');
    expect(clock.now()).toEqual(new Date(0));
  });

  it('says where connections to a server hang, and lets requests be', () => {
    const faults = new FaultRegistry();
    const hang = (
      target: string,
      kind: 'hang-at-connect' | 'hang-in-handshake',
    ) => faults.add({ id: `${target}-${kind}`, target, effect: { kind } });
    hang('*', 'hang-at-connect');
    hang('shop', 'hang-in-handshake');
    expect(faults.match({ target: 'shop' })).toBeUndefined();
    expect(
      ['shop', 'other', 'azure'].map(target => faults.hangStage(target)),
    ).toEqual(['handshake', 'connect', undefined]);
  });
});
