import { useTranslation } from 'react-i18next';
import { BudgetBar, type BudgetParts } from '~/ui/budget-bar';
import { Card } from '~/ui/card';
import { paths } from '~/paths';

export interface WijkCardProps extends BudgetParts {
  slug: string;
  name: string;
  inhabitants: number | null;
  ended: boolean;
}

/** A wijk in the list: how many people live there, and its budget in one bar and one sentence. */
export function WijkCard({ slug, name, inhabitants, ended, ...amounts }: WijkCardProps) {
  return (
    <Card href={paths.area.wijk(slug)} title={name} below={<BudgetBar compact {...amounts} ended={ended} />}>
      <p className="wk-soft">
        <Inhabitants count={inhabitants} />
      </p>
    </Card>
  );
}

/** "8.420 bewoners", or that there are none or that nobody knows. */
export function Inhabitants({ count }: { count: number | null }) {
  const { t } = useTranslation();
  if (count === null) return t('area.wijken.unknownInhabitants');
  return count === 0 ? t('area.wijken.noInhabitants') : t('area.wijken.inhabitants', { count });
}
