import { installationOf } from '#db/reads/area/area';
import { assertMay, type Act } from '~/domain/access/policy';
import { type Visit } from '~/http/visit.server';

/** Lets pages of the demonstration answer 404 everywhere else. Throws 'notYourObject'. */
export async function assertDemo({ context: { actor, db }, site }: Visit, wanted: Act): Promise<void> {
  const demonstration = (await installationOf(db))?.demonstration ?? false;
  assertMay(actor, wanted, { demo: site.config.demo && demonstration });
}
