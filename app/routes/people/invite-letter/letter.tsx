import { useTranslation } from 'react-i18next';
import { Heading } from '~/ui/heading';
import { QrCode } from '../shared/qr-code';

interface LetterProps {
  called: string;
  subject: string;
  /** Paragraphs with an empty line between; the first is the summary. */
  body: string;
  link: string;
  /** The link as a code to scan, since nobody types it. */
  code: { size: number; path: string };
}

/** The invitation on paper, in Dutch as the mail: the summary in a box, then the rest, and the link to scan. */
export function Letter({ called, subject, body, link, code }: LetterProps) {
  const { t } = useTranslation();
  const [summary, ...rest] = body.split('\n\n');
  return (
    <section className="wk-letter wk-stack">
      <Heading level={2} lang="nl">
        {subject}
      </Heading>
      <p>{called}</p>
      <p className="wk-letter__summary" lang="nl">
        {summary}
      </p>
      {rest.map((paragraph) => (
        <p key={paragraph} lang="nl">
          {paragraph}
        </p>
      ))}
      <QrCode label={t('roster.letter.code')} {...code} />
      <p className="wk-asked__who">{link}</p>
    </section>
  );
}
