import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { parse } from 'yaml';
import { storedObjects } from '../../../dev/fixtures/assessments';
import { renderWithTexts } from '../../__testUtils__/renderWithTexts';
import { StoredObjectItem } from './StoredObjectItem';

const now = new Date('2026-11-22T09:00:00Z');

/** Texts that a reader of YAML takes for something else, or that do not look like what they are. */
const annotations = {
  switched: 'on',
  refused: 'no',
  power: '1e3',
  mask: '0x1',
  grouped: '1_000',
  host: 'shop\u202emoc.',
  snippet: 'deny all;\nallow 10.0.0.0/8;\n',
};

describe('StoredObjectItem', () => {
  it('shows an object as YAML that means the same to whoever reads a copy of it', async () => {
    const [item] = storedObjects.items;
    const object = {
      ...item.object,
      metadata: { name: 'storefront', annotations },
    };
    renderWithTexts(<StoredObjectItem item={{ ...item, object }} now={now} />);
    await userEvent.click(screen.getByRole('button', { name: /storefront/ }));

    const text = screen.getByText(/^apiVersion/).textContent ?? '';
    for (const version of ['1.1', '1.2'] as const) {
      expect(parse(text, { version })).toEqual(object);
    }
    for (const line of [
      'switched: "on"',
      'refused: "no"',
      'power: "1e3"',
      'mask: "0x1"',
      'grouped: "1_000"',
      'host: "shop\\u202emoc."',
    ]) {
      expect(text).toContain(line);
    }
  });
});
