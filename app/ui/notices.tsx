import { useTranslation } from 'react-i18next';
import { type Notice } from '~/domain/notices';
import { Alert } from './alert';

interface NoticesProps {
  notices: readonly Notice[];
  title?: string;
}

/** What was odd in a file that was read all the same, a sentence each; nothing where nothing was. */
export function Notices({ notices, title }: NoticesProps) {
  const { t } = useTranslation();
  if (notices.length === 0) return null;
  return (
    <Alert>
      {title ? (
        <p>
          <strong>{title}</strong>
        </p>
      ) : null}
      {notices.map(({ code, values }, place) => (
        <p key={place}>{t(`notice.${code}`, { ...values })}</p>
      ))}
    </Alert>
  );
}
