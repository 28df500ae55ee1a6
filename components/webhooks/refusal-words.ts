import type { KeptCause, RefusalRow } from '@/lib/events/refusal';

/** Why something was refused, in a word, and what a person can do about it. */
export type RefusalWords = { readonly label: string; readonly advice: string };

const AGAIN =
  'It was answered so that the provider keeps it and sends it again; once the cause is mended the next attempt comes in by itself.';

/** What each cause is called where there is room for a word only. */
export const CAUSE_LABELS = {
  no_proof: 'No proof',
  too_large: 'Too large',
  unknown_source: 'Unknown address',
  unknown: 'Not recorded',
} as const satisfies Record<KeptCause, string>;

const CAUSE_WORDS: Readonly<Record<KeptCause, RefusalWords>> = {
  unknown_source: {
    label: CAUSE_LABELS.unknown_source,
    advice:
      'No source has this address. If a provider sent it, the address it was given is wrong: correct it there, from the list under Sources. If a stranger sent it, nothing needs to be done.',
  },
  too_large: {
    label: CAUSE_LABELS.too_large,
    advice:
      'No message of a provider is nearly as large. Look at the body: if it is genuine, admit it; if not, nothing needs to be done.',
  },
  no_proof: {
    label: CAUSE_LABELS.no_proof,
    advice: `Nothing in it proved who sent it. If it is genuine, see under Sources which proofs are set up here, and that the proxy in front passes all headers on. ${AGAIN}`,
  },
  unknown: { label: 'Refused', advice: AGAIN },
};

/** What the sentence adds to a cause, by how it begins. */
const FINER_WORDS: Partial<Record<KeptCause, readonly (readonly [RegExp, RefusalWords])[]>> = {
  unknown_source: [
    [
      /^It came by /,
      {
        label: 'Wrong method',
        advice:
          'Webhooks are posted. Something other than a provider called the address, or a proxy changed the method.',
      },
    ],
  ],
  no_proof: [
    [
      /^The peer address is unknown/,
      {
        label: 'Sender not known',
        advice: `The request did not come through the desk’s own server, which says who is calling. Start the desk with npm start. ${AGAIN}`,
      },
    ],
    [
      /is not among the addresses configured/,
      {
        label: 'Wrong address',
        advice: `Ask the provider whether it sends from this address. If so, add it to RIPIO_ADDRESSES. If every message comes from one address of yours, name that proxy in TRUSTED_PROXIES. ${AGAIN}`,
      },
    ],
    [
      /^The path after .* is not its secret/,
      {
        label: 'Wrong path secret',
        advice: `Compare the address registered at the provider with the secret that is set here, and register it anew if they differ. ${AGAIN}`,
      },
    ],
    [
      /^The header .* came more than once/,
      {
        label: 'Header twice',
        advice:
          'Which of two signatures counts is anybody’s guess. A proxy that adds or repeats headers would do this; a forger would too.',
      },
    ],
    [
      /^The signature does not match/,
      {
        label: 'Wrong signature',
        advice: `Either it is forged, or something between the provider and the desk changes bodies, or a wrong key is configured. See under Sources which key is used and since when. ${AGAIN}`,
      },
    ],
    [
      /^The signature names a key that is unknown/,
      {
        label: 'Unknown key',
        advice: `The provider may have a new key: under Sources you see when its keys were last fetched. Keys that are configured here by hand must be renewed by hand. ${AGAIN}`,
      },
    ],
    [
      /^It is not signed/,
      {
        label: 'Not signed',
        advice: `Signatures are required of this source (JUNO_REQUIRE_SIGNATURE). Ask the provider to sign, or lift the requirement. ${AGAIN}`,
      },
    ],
  ],
};

/** The stored cause decides; the door's sentence only says it more exactly. */
export function refusalWords({ cause, reason }: Pick<RefusalRow, 'cause' | 'reason'>): RefusalWords {
  return FINER_WORDS[cause]?.find(([beginning]) => beginning.test(reason))?.[1] ?? CAUSE_WORDS[cause];
}
