import { EventEmitter } from 'node:events';
import { ServerResponse } from 'node:http';
import { Disturbance, OpenWatches } from './OpenWatches';

/** A response that remembers what was done to it. */
function createResponse() {
  const done: string[] = [];
  const response = Object.assign(new EventEmitter(), {
    end: (text?: string) => done.push('end', ...(text ? [text] : [])),
    req: {
      method: 'GET',
      url: '/api/v1/pods',
      headers: { authorization: 'Bearer a' },
    },
    write: (text: string, then?: () => void) => {
      done.push(text);
      then?.();
    },
    socket: { destroy: () => done.push('destroy') },
  });
  return { done, response: response as unknown as ServerResponse };
}

describe('OpenWatches', () => {
  it.each<[Disturbance, string[]]>([
    ['end', ['mute', 'end']],
    ['cut', ['mute', '{"type":"DELETED","object":{"kind":', 'destroy']],
    ['garble', ['502 Bad Gateway\n']],
    ['silence', ['mute']],
  ])('does %s to those of one resource', (how, expected) => {
    const watches = new OpenWatches();
    const pods = createResponse();
    const services = createResponse();
    watches.add(pods.response, 'pods', () => pods.done.push('mute'));
    watches.add(services.response, 'services', () =>
      services.done.push('mute'),
    );
    expect(watches.disturb(how, 'pods')).toBe(1);
    expect(pods.done).toEqual(expected);
    expect(services.done).toEqual([]);
    expect(watches.disturb(how)).toBe(2);
  });

  it.each<[Disturbance, number]>([
    ['echo', 500],
    ['echo-expired', 410],
  ])('repeats with %s what was sent', (how, code) => {
    const watches = new OpenWatches();
    const { done, response } = createResponse();
    watches.add(response, 'pods', () => {});
    watches.disturb(how);
    const { type, object } = JSON.parse(done[1]);
    expect([type, object.code]).toEqual(['ERROR', code]);
    expect(object.message).toContain('Bearer a');
  });

  it('forgets those that were closed', () => {
    const watches = new OpenWatches();
    const { response } = createResponse();
    watches.add(response, 'pods', () => {});
    expect(watches.size).toBe(1);
    response.emit('close');
    expect(watches.size).toBe(0);
  });
});
