import { createContext } from 'react';

/** The address at which the folder `docs` is published, for the links to the pages of the rules. */
export const DocsUrl = createContext<string | undefined>(undefined);
