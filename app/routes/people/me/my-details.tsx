import { useTranslation } from 'react-i18next';
import { DateText } from '~/ui/date';
import { Facts } from '~/ui/facts';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { type CalendarDate } from '~/domain/calendar';
import { paths } from '~/paths';

interface MyDetailsProps {
  email?: string;
  name?: string | null;
  area?: string | null;
  bornOn?: CalendarDate | null;
  /** Where one chooses whether mail comes. */
  mailHref?: string;
}

/** All that we know about someone, for their own eyes. */
export function MyDetails({ email, name, area, bornOn, mailHref }: MyDetailsProps) {
  const { t } = useTranslation();
  const unknown = <span className="wk-soft">{t('people.me.unknown')}</span>;
  return (
    <section className="wk-stack" aria-labelledby="mijn-gegevens">
      <Heading level={2} id="mijn-gegevens">
        {t('people.me.details')}
      </Heading>
      <Facts
        items={[
          { label: t('people.me.name'), value: name ?? unknown },
          { label: t('people.me.area'), value: area ?? unknown },
          { label: t('people.me.bornOn'), value: bornOn ? <DateText date={bornOn} /> : unknown },
          { label: t('people.me.email'), value: email },
        ]}
      />
      <p>
        <Link href={paths.people.details}>{t('people.me.changeDetails')}</Link>
      </p>
      <p>
        <Link href={paths.people.home}>{t('people.me.home')}</Link>
      </p>
      {mailHref ? (
        <p>
          <Link href={mailHref}>{t('people.me.mail')}</Link>
        </p>
      ) : null}
    </section>
  );
}
