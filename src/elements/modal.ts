import { ref } from 'lit/directives/ref.js';

/**
 * Opens and closes a native dialog with what the element knows: `<dialog ${modal(this.isEditing)}>`. The dialog itself
 * stays in the page, so that the browser gives the focus back to what opened it.
 */
export const modal = (open: boolean): unknown =>
  ref((dialog) => {
    if (dialog instanceof HTMLDialogElement) queueMicrotask(() => follow(dialog, open));
  });

/**
 * A dialog opens only in the page, and a template is filled in before it gets there. One that was moved in the page is
 * still open, but no longer above it: it is opened anew.
 */
function follow(dialog: HTMLDialogElement, open: boolean): void {
  if (open && dialog.isConnected && !dialog.matches(':modal')) {
    dialog.removeAttribute('open');
    dialog.showModal();
  } else if (!open && dialog.open) dialog.close();
}
