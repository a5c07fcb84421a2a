import { eastEvenings, eastIdeas } from './east';
import { parkwijkEvenings, parkwijkIdeas } from './parkwijk';
import { type Evening, type Idea } from './script';
import { soesterveldEvenings, soesterveldIdeas } from './soesterveld';
import { westEvenings, westIdeas } from './west';

export type { Evening, Idea, Item, Remark } from './script';

/** What happens in Vierstromen in the months around the day one looks. */
export const ideas: readonly Idea[] = [...parkwijkIdeas, ...soesterveldIdeas, ...eastIdeas, ...westIdeas];
export const evenings: readonly Evening[] = [
  ...parkwijkEvenings,
  ...soesterveldEvenings,
  ...eastEvenings,
  ...westEvenings,
];
