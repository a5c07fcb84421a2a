import { type Locale } from '~/ui/locale';
import { type Weight, weightText } from '~/domain/ledger/division';

/** A weight, or a number of people, as people read it: '12.185' or '12,5'. */
export function shownWeight(weight: Weight, locale: Locale): string {
  const [group, decimal] = locale === 'nl' ? ['.', ','] : [',', '.'];
  const [units = '', rest] = weightText(weight).split(',');
  const whole = units.replace(/\B(?=(\d{3})+$)/g, group);
  return rest === undefined ? whole : `${whole}${decimal}${rest}`;
}
