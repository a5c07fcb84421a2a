import { lettersPdf } from '~/formats/letter-pdf';
import { bigFile } from '~/http/bare.server';
import { askedLetters, letterFonts, letterLogo } from './letters.server';

export const handle = { access: { read: 'residence.manage' } };

export const loader = bigFile('residence.manage', async (visit) => {
  const letters = await askedLetters(visit);
  const pdf = await lettersPdf(letters, {
    fonts: await letterFonts(),
    logo: await letterLogo(visit),
    title: visit.t('residence.letters.title'),
    lang: 'nl',
    at: visit.context.now,
  });
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'attachment; filename="brieven.pdf"',
    },
  });
});
