import type { Viewer } from './session';

/** Whether a person may make a delivery of a refused message. Today everybody who is signed in may. */
export function mayAdmit(viewer: Viewer | null): viewer is Viewer {
  return viewer !== null;
}
