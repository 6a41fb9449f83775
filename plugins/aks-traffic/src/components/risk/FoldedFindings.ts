import { createContext } from 'react';

/** Whether findings are lines that open what shows them, because a page has many; in a panel they are shown whole. */
export const FoldedFindings = createContext(false);
