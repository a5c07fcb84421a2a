import { type TFunction } from 'i18next';
import type nl from '~/i18n/nl';

type FieldName = keyof (typeof nl)['schemeDesk']['field'];

/** What a field of a part is called; `caps[1].size` is "Grens 2, Hoeveel". */
export function labelOf(name: string, t: TFunction): string {
  const [, list = '', index = '', column = ''] = /^(\w+)(?:\[(\d+)\])?(?:\.(\w+))?$/.exec(name) ?? [];
  const label = t(`schemeDesk.field.${(column || list) as FieldName}`);
  if (!column) return label;
  const n = Number(index) + 1;
  return `${t(list === 'caps' ? 'schemeDesk.field.capRow' : 'schemeDesk.field.tierRow', { n })}, ${label}`;
}
