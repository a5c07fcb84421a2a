/** What a page loads for the top of its document. */
export interface PageMeta {
  title: string;
  description?: string;
}

/** The title of a document: that of its page, and whose page it is. */
export const titleOf = (title: string) => `${title} - Wijkkas`;

/** The `meta` of a page: its title and, where it has one, its description; a page that did not load has the house's name. */
export function metaOf({ data }: { data: PageMeta | undefined }) {
  if (!data) return [{ title: 'Wijkkas' }];
  const { title, description } = data;
  return [{ title: titleOf(title) }, ...(description ? [{ name: 'description', content: description }] : [])];
}
