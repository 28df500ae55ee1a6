import type { IdentifierKind } from '@/lib/events/event';
import { type Said, said } from '@/lib/language/said';
import type { FoundKind } from '@/lib/statements/found-ids';

/** Where a value was found: an identifier of a payment, an id in a line, our own id, an event's, the bank's text. */
export type SearchField = IdentifierKind | FoundKind | 'transaction' | 'event' | 'text';

/** What the field is called. */
export function fieldName(field: SearchField): Said {
  switch (field) {
    case 'cbu':
    case 'masked_tax_id':
    case 'reference':
    case 'transaction':
    case 'event':
    case 'text':
      return said(`identifiers.field.${field}`);
    case 'pix_return':
    case 'clabe':
      return said(`words.reading.${field}`);
    default:
      return said(`words.identifier.${field}`);
  }
}
