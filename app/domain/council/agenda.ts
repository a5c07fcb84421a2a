/** How many items the agenda of one meeting holds: more than an evening can decide, and few enough for one page. */
export const mostItems = 50;
