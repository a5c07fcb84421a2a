import { useTranslation } from 'react-i18next';
import { type CalendarDate } from '~/domain/calendar';
import { Button, ButtonLink } from '~/ui/button';
import { formatDate } from '~/ui/date';
import { Form } from '~/ui/form';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { useLocale } from '~/ui/locale';
import { paths } from '~/paths';

interface WaysProps {
  email: string;
  letter: { asked: CalendarDate; lastDay: CalendarDate; isPrinted: boolean; area: string } | null;
  hasList: boolean;
  /** What the sign-in service is called, where there is one. */
  service: string | null;
}

/** The ways in which one shows where one lives, the quickest first. */
export function Ways({ email, letter, hasList, service }: WaysProps) {
  const { t } = useTranslation();
  return (
    <section className="wk-stack" aria-labelledby="manieren">
      <Heading level={2} id="manieren">
        {t('residence.home.waysTitle')}
      </Heading>
      {service === null ? null : (
        <>
          <Heading level={3}>{t('residence.home.oidcTitle', { name: service })}</Heading>
          <p>{t('residence.home.oidcHelp', { name: service })}</p>
          <Form>
            <Button look="secondary">{t('residence.home.oidcSubmit', { name: service })}</Button>
          </Form>
        </>
      )}
      {hasList ? (
        <>
          <Heading level={3}>{t('residence.home.listTitle')}</Heading>
          <p>{t('residence.home.listHelp')}</p>
          <p>
            <ButtonLink href={paths.people.homeList} look="secondary">
              {t('residence.home.listLink')}
            </ButtonLink>
          </p>
        </>
      ) : null}
      <Heading level={3}>{t('residence.home.letterTitle')}</Heading>
      <ByLetter letter={letter} />
      <Heading level={3}>{t('residence.home.inPersonTitle')}</Heading>
      <p>{t('residence.home.inPersonHelp', { email })}</p>
    </section>
  );
}

function ByLetter({ letter }: Pick<WaysProps, 'letter'>) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (!letter) {
    return (
      <>
        <p>{t('residence.home.letterHelp')}</p>
        <p>
          <ButtonLink href={paths.people.homeLetter} look="secondary">
            {t('residence.home.letterLink')}
          </ButtonLink>
        </p>
      </>
    );
  }
  const day = formatDate(letter.lastDay, locale);
  return (
    <>
      <p>
        {t('residence.home.letterUnderWay', {
          ...{ asked: formatDate(letter.asked, locale), day, area: letter.area },
        })}{' '}
        {letter.isPrinted ? null : t('residence.home.letterWaits')}
      </p>
      <p>
        <ButtonLink href={paths.people.homeCode}>{t('residence.home.codeLink')}</ButtonLink>
      </p>
      <p>
        <Link href={paths.people.homeLetter}>{t('residence.home.againLink')}</Link>
      </p>
    </>
  );
}
