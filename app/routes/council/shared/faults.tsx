import { useTranslation } from 'react-i18next';
import { type Shortage } from '~/domain/council/composition';
import { type CouncilFault } from '~/domain/council/faults';
import { DateText } from '~/ui/date';
import { Icon } from '~/ui/icon';

/** What is wrong with a council, in words; since when and until when where residents are short. */
export function Faults({ faults, shortage }: { faults: readonly CouncilFault[]; shortage: Shortage | null }) {
  const { t } = useTranslation();
  return (
    <ul className="wk-plain-list wk-faults">
      {faults.map((fault) => (
        <li key={fault}>
          <span className="wk-tone--bad">
            <Icon name="bad" />
          </span>{' '}
          <span>
            {t(`council.admin.fault.${fault}`)}
            {fault === 'residentsShort' && shortage ? (
              <>
                {' '}
                {t('council.admin.until')} <DateText date={shortage.graceUntil} />.
              </>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
