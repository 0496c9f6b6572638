import type { VaultLabels } from '../../api/index.js';
import { make } from './dom.js';

/** The bank's question in the place of a real one; resolves with what the test processor is told. Escape cancels. */
export function challenge(labels: VaultLabels): Promise<string> {
  return new Promise((resolve) => {
    const dialog = make('dialog', { id: 'challenge' }, make('p', { id: 'question' }, labels.challenge));
    const answer = (token: string): void => {
      dialog.remove();
      resolve(token);
    };
    const button = (label: string, token: string): HTMLButtonElement =>
      make('button', { type: 'button', onclick: () => answer(token) }, label);
    const answers = make(
      'div',
      { className: 'answers' },
      button(labels['challenge-complete'], 'test_3ds_ok'),
      button(labels['challenge-fail'], 'test_3ds_fail'),
      button(labels['challenge-cancel'], 'test_3ds_cancel'),
    );
    dialog.append(answers);
    dialog.setAttribute('aria-labelledby', 'question');
    dialog.addEventListener('cancel', () => answer('test_3ds_cancel'));
    document.body.append(dialog);
    dialog.showModal();
  });
}
