'use client';

import type { ComponentProps } from 'react';
import { Masked } from '@/components/access/masked';
import { IdentifierValue } from './identifier-value';

/** An account, a tax id or the like of a person: masked, to be shown for a reason, or whole with copy. */
export function MaskedIdentifier(props: Omit<ComponentProps<typeof Masked>, 'children'>) {
  return <Masked {...props}>{(value) => <IdentifierValue value={value} label={props.label} />}</Masked>;
}
