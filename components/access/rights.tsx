'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { may, type Right, type Role } from '@/lib/access/rights';

const RoleContext = createContext<Role | null>(null);

/** Who looks at the page, for what is only worth showing to those who may use it. Protects nothing: every door does. */
export function RoleProvider({ role, children }: { readonly role: Role; readonly children: ReactNode }) {
  return <RoleContext value={role}>{children}</RoleContext>;
}

/** Whether the person may do this; where no role is known, nothing. */
export function useMay(right: Right): boolean {
  const role = useContext(RoleContext);
  return role !== null && may({ role }, right);
}

/** Its children for those who have the right, and nothing for the others. */
export function ForRight({ right, children }: { readonly right: Right; readonly children: ReactNode }) {
  return useMay(right) ? children : null;
}
