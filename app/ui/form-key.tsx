import { createContext, useContext, useId } from 'react';

/** The key that the server gave this page, for who is signed in; or that of the form that came back on it. */
export const FormKeyContext = createContext<{ page: string | null; kept: string | null }>({
  page: null,
  kept: null,
});

const tail = 2 ** 48;

/** The page's key with the place of the form mixed into its end, so that each form of a page has its own. */
function keyAt(pageKey: string, place: string): string {
  let mark = 0;
  for (const sign of place) mark = (mark * 31 + (sign.codePointAt(0) ?? 0)) % tail;
  const end = (Number.parseInt(pageKey.slice(-12), 16) + mark) % tail;
  return pageKey.slice(0, -12) + end.toString(16).padStart(12, '0');
}

/** Names this form as it is shown now, so that sending it twice is one act: stands in every form that is posted. */
export function FormKey() {
  const { page, kept } = useContext(FormKeyContext);
  const place = useId();
  const key = kept ?? (page && keyAt(page, place));
  return key === null ? null : <input type="hidden" name="key" value={key} />;
}
