import { type TFunction } from 'i18next';

const labels = {
  title: 'title',
  summary: 'summary',
  theme: 'theme',
  story: 'story',
  targetGroup: 'targetGroup',
  place: 'place',
  participants: 'participants',
  startsOn: 'startsOn',
  lines: 'lines',
  ownCents: 'own',
  coApplicants: 'together',
  description: 'description',
  quantity: 'quantity',
  unitCents: 'unit',
} as const;

/** What a field of the form is called on its page; `lines[1].quantity` is "Regel 2, Aantal". */
export function labelOf(name: string, t: TFunction): string | undefined {
  const [, list = '', index = '', part = ''] = /^(\w+)(?:\[(\d+)\])?(?:\.(\w+))?$/.exec(name) ?? [];
  const key = labels[(part || list) as keyof typeof labels] as
    (typeof labels)[keyof typeof labels] | undefined;
  const n = Number(index) + 1;
  if (list === 'coApplicants' && index) return t('concept.form.coApplicant', { n });
  if (!key) return undefined;
  const label = t(`concept.form.${key}`);
  return part ? `${t('concept.form.line', { n })}, ${label}` : label;
}
