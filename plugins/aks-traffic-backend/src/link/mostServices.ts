/** More Services than this are no entity but a selector that selects nearly everything. */
export const mostServices = 500;
