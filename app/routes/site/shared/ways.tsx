import { useTranslation } from 'react-i18next';
import { Facts } from '~/ui/facts';
import { Heading } from '~/ui/heading';
import { Link } from '~/ui/link';
import { UserText } from '~/ui/user-text';
import { type GemeenteDetails } from '~/domain/site/settings';

/** How the gemeente is reached, as it says itself. */
export function Ways({
  email,
  phone,
  address,
  reach,
}: Pick<GemeenteDetails, 'email' | 'phone' | 'address' | 'reach'>) {
  const { t } = useTranslation();
  const items = [
    { label: t('gemeente.email'), value: <Link href={`mailto:${email}`}>{email}</Link> },
    ...(phone ? [{ label: t('gemeente.phone'), value: phone }] : []),
    ...(address ? [{ label: t('gemeente.address'), value: <Written text={address} /> }] : []),
    ...(reach ? [{ label: t('gemeente.reach'), value: <Written text={reach} /> }] : []),
  ];
  return (
    <section className="wk-stack">
      <Heading level={2}>{t('gemeente.ways')}</Heading>
      <Facts items={items} />
    </section>
  );
}

const Written = ({ text }: { text: string }) => (
  <span className="wk-prose--written">
    <UserText>{text}</UserText>
  </span>
);
