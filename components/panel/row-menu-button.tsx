import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

type Props = {
  readonly id: string;
  /** What the row is called. */
  readonly label: string;
  readonly openMenu: (id: string) => void;
};

/** Opens the menu of a row, as the key `.` does. */
export function RowMenuButton({ id, label, openMenu }: Props) {
  const t = useTranslations('panel');
  return (
    <Button
      look="ghost"
      size="icon-small"
      aria-haspopup="menu"
      aria-label={t('actionsFor', { label })}
      title={t('actions')}
      onClick={() => openMenu(id)}
    >
      <Ellipsis aria-hidden />
    </Button>
  );
}
