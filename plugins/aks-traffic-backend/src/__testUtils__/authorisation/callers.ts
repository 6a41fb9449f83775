import { mockCredentials } from '@backstage/backend-test-utils';

/** Everything that somebody may not know of: the estate's clusters, Services, components and teams. */
export const words = [
  'aks-north',
  'aks-south',
  // Which nobody could read: only a gap names it.
  'aks-west',
  'storefront',
  'ledger',
  'stray',
  'kiosk',
  'payroll',
  'vagrant',
  'counter',
  'accounts',
  'team-shop',
  'team-books',
] as const;

export type Word = (typeof words)[number];

/** Somebody who asks. */
export interface Caller {
  header?: string;
  /** What the catalog says the caller owns things as. */
  ownership: string[];
  /** What answers may tell the caller of. */
  sees: readonly Word[];
  /** What need not be hidden when the caller names it: clusters, and components whose Services the policy hides. */
  knows?: readonly Word[];
}

function user(
  ref: string,
  groups: string[],
  seen: Pick<Caller, 'sees' | 'knows'>,
): Caller {
  return {
    header: mockCredentials.user.header(ref),
    ownership: [ref, ...groups],
    ...seen,
  };
}

const clusters: Word[] = ['aks-north', 'aks-south'];

const ofShop: Word[] = [
  ...clusters,
  'storefront',
  'kiosk',
  'counter',
  'team-shop',
];

/** Everybody that the matrix is about; what {@link rightsPolicy} makes of them is written there. */
export const callers = {
  anonymous: { ownership: [], sees: [] } as Caller,
  'refused by the policy': user('user:default/refused', [], { sees: [] }),
  guest: user('user:development/guest', [], { sees: [], knows: clusters }),
  owner: user('user:default/ann', ['group:default/team-shop'], {
    sees: ofShop,
  }),
  'other team': user('user:default/bob', ['group:default/team-books'], {
    sees: [...clusters, 'ledger', 'payroll', 'accounts', 'team-books'],
  }),
  'owner by the rules of the plugin': user(
    'user:default/eve',
    ['group:default/team-shop'],
    { sees: ofShop, knows: ['accounts'] },
  ),
  'one cluster': user('user:default/north', [], {
    sees: [
      'aks-north',
      'storefront',
      'ledger',
      'stray',
      'counter',
      'accounts',
      'team-shop',
      'team-books',
    ],
  }),
  administrator: user('user:default/admin', [], { sees: words }),
  service: {
    header: mockCredentials.service.header(),
    ownership: [],
    sees: words,
  } as Caller,
} satisfies Record<string, Caller>;

export type CallerName = keyof typeof callers;

export const callerNames = Object.keys(callers) as CallerName[];
