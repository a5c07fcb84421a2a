/**
 * A letter by mail: paragraphs with an empty line between; the first one is the summary that gets the box on top.
 * `path` is where on the site it goes on. Dutch unless `lang` says otherwise.
 */
export type Letter = { subject: string; body: string; path?: string; lang?: 'nl' | 'en' };
