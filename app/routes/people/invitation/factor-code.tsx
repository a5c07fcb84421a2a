import { useTranslation } from 'react-i18next';

interface FactorCodeProps {
  /** Base32, as one types it into an authenticator app. */
  secret: string;
  /** The QR code as one path on a square of `size` modules. */
  size: number;
  path: string;
}

const MARGIN = 4;

/** The second factor to add to an app: as a picture to scan and as text to type. */
export function FactorCode({ secret, size, path }: FactorCodeProps) {
  const { t } = useTranslation();
  const side = size + 2 * MARGIN;
  return (
    <div className="wk-stack">
      <p>{t('people.invitation.factorIntro')}</p>
      <p>{t('people.invitation.scan')}</p>
      <svg
        className="wk-qr"
        role="img"
        aria-label={t('people.invitation.picture')}
        viewBox={`${-MARGIN} ${-MARGIN} ${side} ${side}`}
        width="240"
        height="240"
        shapeRendering="crispEdges"
      >
        <rect x={-MARGIN} y={-MARGIN} width={side} height={side} fill="#ffffff" />
        <path d={path} fill="#000000" />
      </svg>
      <p>
        {t('people.invitation.type')}{' '}
        <span className="wk-secret">{(secret.match(/.{1,4}/g) ?? []).join(' ')}</span>
      </p>
    </div>
  );
}
