'use client';

import { useSyncExternalStore } from 'react';

/** The ceremony of passkeys between the browser's own authenticator and `/api/auth/passkey`. */

const PATH = '/api/auth/passkey';

/** Whether this browser can do it, with what it has built in. */
export function hasPasskeys(): boolean {
  return (
    typeof PublicKeyCredential !== 'undefined' &&
    'parseRequestOptionsFromJSON' in PublicKeyCredential &&
    'parseCreationOptionsFromJSON' in PublicKeyCredential
  );
}

const never = () => () => undefined;

/** The same for a component: on the server, and until the page is awake, no. */
export function usePasskeys(): boolean {
  return useSyncExternalStore(never, hasPasskeys, () => false);
}

/** Resolves to whether somebody is signed in now. */
export async function signInWithPasskey(): Promise<boolean> {
  const options = await asked<PublicKeyCredentialRequestOptionsJSON>('generate-authenticate-options');
  if (!options) return false;
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({ ...options, userVerification: 'required' });
  const credential = await orNothing(navigator.credentials.get({ publicKey }));
  return credential !== null && (await told('verify-authentication', { response: asJson(credential) })) === 200;
}

/** `stale`: the session is older than the server wants for this; signing in again helps. */
export type PasskeyAdded = 'added' | 'failed' | 'stale';

/** Makes a passkey on this device, or a key that is plugged in, under a name. */
export async function addPasskey(name: string): Promise<PasskeyAdded> {
  const response = await fetch(`${PATH}/generate-register-options`);
  if (response.status === 403) return 'stale';
  if (!response.ok) return 'failed';
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await response.json());
  const credential = await orNothing(navigator.credentials.create({ publicKey }));
  if (!credential) return 'failed';
  return (await told('verify-registration', { response: asJson(credential), name })) === 200 ? 'added' : 'failed';
}

async function asked<Options>(what: string): Promise<Options | null> {
  const response = await fetch(`${PATH}/${what}`);
  return response.ok ? ((await response.json()) as Options) : null;
}

async function told(what: string, body: object): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(`${PATH}/${what}`, { method: 'POST', headers, body: JSON.stringify(body) })).status;
}

/** A person who says no, or nothing, is told by an exception; that is an answer like another. */
async function orNothing(asking: Promise<Credential | null>): Promise<Credential | null> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

function asJson(credential: Credential): unknown {
  return (credential as PublicKeyCredential).toJSON();
}
