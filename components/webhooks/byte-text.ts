import { formatCount, formatMoney } from '@/lib/format';
import type { Region } from '@/lib/language/region';

/** "812 bytes", "1.4 KiB", "2.0 MiB"; a byte is a byte in all three languages. */
export function formatBytes(bytes: number, region: Region): string {
  if (bytes < 1024) return `${formatCount(bytes, region)} ${bytes === 1 ? 'byte' : 'bytes'}`;
  const kib = bytes / 1024;
  return kib < 1024 ? `${oneDecimal(kib, region)} KiB` : `${oneDecimal(kib / 1024, region)} MiB`;
}

/** Never grouped: it is below 1,024 but for files that no page takes. */
function oneDecimal(number: number, region: Region): string {
  const [, point = '.'] = formatMoney('0.0', null, region).text;
  return number.toFixed(1).replace('.', point);
}
