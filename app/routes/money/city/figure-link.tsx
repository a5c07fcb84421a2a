import { Link } from '~/ui/link';
import { Money } from '~/ui/money';
import { type Cents } from '~/domain/money/cents';

/** An amount that opens the rows it sums; nothing has no rows. */
export function FigureLink({ href, cents, look }: { href: string; cents: Cents; look?: 'full' }) {
  const amount = <Money cents={cents} look={look} />;
  return cents === 0n ? amount : <Link href={href}>{amount}</Link>;
}
