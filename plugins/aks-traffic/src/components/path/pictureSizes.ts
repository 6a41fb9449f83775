/** Sizes of the picture in pixels, before it is scaled to its place. */
export const nodeWidth = 128;
export const columnGap = 18;
export const padding = 6;

/** The picture is made this much smaller at most before it scrolls. */
export const smallestScale = 0.86;

export const markerId = 'aks-traffic-path-arrow';
