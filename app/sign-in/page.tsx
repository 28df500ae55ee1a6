import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { BrandMark } from '@/components/layout/brand';
import { safeNextPath } from '@/lib/access/next-path';
import { currentViewer } from '@/lib/access/session';
import { env } from '@/lib/env';
import { SignInForm } from './sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { readonly searchParams: Promise<{ readonly next?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const next = safeNextPath((await searchParams).next);
  if (await currentViewer()) redirect(next);
  return (
    <main className="grid min-h-dvh place-items-center px-4 py-10">
      <div className="w-full max-w-sm">
        <div className="mb-6 flex flex-col items-center text-center">
          <BrandMark className="size-11" />
          <h1 className="mt-4 text-xl font-semibold tracking-tight">Sign in to Concilia</h1>
          <p className="mt-1 text-sm text-ink-2">See, prove and reconcile every payment.</p>
        </div>
        <div className="rounded-xl border border-line bg-surface p-5 shadow-xs">
          <SignInForm next={next} />
        </div>
        {env().CONCILIA_MODE === 'local' && (
          <p className="mt-4 text-center text-xs text-ink-2">
            Local mode: <code className="font-mono">npm start</code> printed the sign-in it created.
          </p>
        )}
      </div>
    </main>
  );
}
