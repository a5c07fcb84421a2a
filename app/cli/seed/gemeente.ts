import { gemeente } from '#db/seed/gemeente';
import { setDetails } from '~/usecases/site/set-details.server';
import { as, type Scene, type Stage } from './stage';

/** An administrator says what the gemeente is called, how it is reached and from which account it pays. */
export function gemeenteScene(stage: Stage): Scene {
  const { site, bank, now: at } = stage;
  const account = { iban: bank.iban, bankName: site.config.bank?.name ?? gemeente.bankName };
  const details = { ...gemeente, ...account, email: site.config.contact, seen: 1, english: true };
  const play = async () => void (await setDetails(await as(stage, 'daan', at), details));
  return { at, play };
}
