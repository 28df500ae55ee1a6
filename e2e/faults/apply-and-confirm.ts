// Fetches every undelivered event into the store and confirms it: what a person does on the page, in a process of its
// own that can be killed.

import { disconnect } from '@/lib/db';
import { applyListed, confirmStored } from '@/lib/unacknowledged';

console.log('ready');
await applyListed(null, 'ana@example.com');
await confirmStored(null, 'ana@example.com', new AbortController().signal);
await disconnect();
