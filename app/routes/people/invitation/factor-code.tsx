import { useTranslation } from 'react-i18next';
import { QrCode } from '../shared/qr-code';

interface FactorCodeProps {
  /** Base32, as one types it into an authenticator app. */
  secret: string;
  /** The QR code as one path on a square of `size` modules. */
  size: number;
  path: string;
}

/** The second factor to add to an app: as a picture to scan and as text to type. */
export function FactorCode({ secret, ...code }: FactorCodeProps) {
  const { t } = useTranslation();
  return (
    <div className="wk-stack">
      <p>{t('people.invitation.factorIntro')}</p>
      <p>{t('people.invitation.scan')}</p>
      <QrCode label={t('people.invitation.picture')} {...code} />
      <p>
        {t('people.invitation.type')}{' '}
        <span className="wk-secret">{(secret.match(/.{1,4}/g) ?? []).join(' ')}</span>
      </p>
    </div>
  );
}
