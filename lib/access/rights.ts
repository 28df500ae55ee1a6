import type { Viewer } from './session';

/** Whether a person may make a delivery of a refused message. Today everybody who is signed in may. */
export function mayAdmit(viewer: Viewer | null): viewer is Viewer {
  return viewer !== null;
}

/** Whether a person may change how a provider reaches the desk. Today everybody who is signed in may. */
export function mayConfigure(viewer: Viewer | null): viewer is Viewer {
  return viewer !== null;
}

/** Whether a person may say which bank lines and payments belong together. Today everybody who is signed in may. */
export function mayReconcile(viewer: Viewer | null): viewer is Viewer {
  return viewer !== null;
}
