/**
 * How the build takes out the looks of Utrecht's components that no page has: a class must stand whole in a page, or be kept
 * here by what it begins with (`tests/styles.test.ts`).
 */
export const purging = {
  content: ['app/**/*.tsx'],
  safelist: [/^(?!utrecht-)/, /^utrecht-(heading-\d|alert--|status-badge--|pagination__relative-link--)/],
};
