/** Of the chart and of what holds its place, in pixels. */
export const chartHeight = 280;
