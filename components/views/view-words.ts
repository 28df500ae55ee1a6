import type { NotSaved } from '@/lib/views/view';
import { LONGEST_VIEW_NAME, MOST_VIEWS } from '@/lib/views/view';

/** Why a view was not saved, for the person who wanted it. */
export const NOT_SAVED = {
  no_name: `A view has a name of 1 to ${LONGEST_VIEW_NAME} characters.`,
  name_taken: 'There is a view of that name already. Choose another name.',
  too_many: `You have ${MOST_VIEWS} views, and more are not kept. Delete one first.`,
  not_found: 'This view is gone: somebody deleted it, or keeps it for themselves by now.',
  not_yours: 'This view belongs to somebody else. Save it under another name instead.',
} as const satisfies Record<NotSaved, string>;
