import { eastEvenings, eastIdeas } from './east';
import { parkwijkEvenings, parkwijkIdeas } from './parkwijk';
import { type Story } from './script';
import { soesterveldEvenings, soesterveldIdeas } from './soesterveld';
import { westEvenings, westIdeas } from './west';

export { lastYear } from './last-year';
export type { Evening, GrantStep, Idea, Item, PayDay, Remark, Story } from './script';

/** What happens in Vierstromen in the months around the day one looks. */
export const thisYear: Story = {
  ideas: [...parkwijkIdeas, ...soesterveldIdeas, ...eastIdeas, ...westIdeas],
  evenings: [...parkwijkEvenings, ...soesterveldEvenings, ...eastEvenings, ...westEvenings],
  payDays: [
    { day: -48 },
    { day: -31 },
    { day: -19 },
    { day: -6, returned: { idea: 'lezen', because: 'AC04' } },
    { day: -1.3, unapproved: true },
  ],
};
