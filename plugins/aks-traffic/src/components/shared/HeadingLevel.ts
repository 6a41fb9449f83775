import { createContext } from 'react';

/** Level of the heading that the next line is: one below what it stands in. In a card, whose title is a third level. */
export const HeadingLevel = createContext(4);
