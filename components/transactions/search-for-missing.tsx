'use client';

import { Search } from 'lucide-react';
import { useParams } from 'next/navigation';
import { ButtonLink } from '@/components/ui/button';

/** Offers to look for what the address named: a page that was not found is not told its own address by the server. */
export function SearchForMissing({ label }: { readonly label: string }) {
  const { id } = useParams<{ id?: string }>();
  const text = typeof id === 'string' ? decoded(id) : '';
  return (
    <ButtonLink look="primary" href={text ? `/search?q=${encodeURIComponent(text)}` : '/search'}>
      <Search aria-hidden />
      {label}
    </ButtonLink>
  );
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}
