import { useTranslations } from 'next-intl';
import { shapeOf } from './identifier-shape';

/** What an id is by its shape alone, where the provider does not say. */
export function IdShape({ id }: { readonly id: string }) {
  const t = useTranslations('payment');
  return t(`shape.${shapeOf(id)}`);
}
