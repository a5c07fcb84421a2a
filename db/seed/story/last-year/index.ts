import { type Story } from '../script';
import { eastEvenings, eastIdeas } from './east';
import { northEvenings, northIdeas } from './north';
import { westEvenings, westIdeas } from './west';

/**
 * The whole of last year, in days before New Year's Day: every grant is decided and paid, and all but one are settled. Of
 * what was asked back most came in, a part was written off and a part is still open.
 */
export const lastYear: Story = {
  ideas: [...northIdeas, ...eastIdeas, ...westIdeas],
  evenings: [...northEvenings, ...eastEvenings, ...westEvenings],
  payDays: [
    { day: -256 },
    { day: -228, returned: { idea: 'verhalen', because: 'AC01' } },
    { day: -190 },
    { day: -140 },
    { day: -90 },
    { day: -45 },
    { day: -14 },
  ],
};
