// The script of the sandbox vault's frame: a document of its own, without an origin, that only its page can speak to.
import { challenge } from './challenge.js';
import { Form } from './form.js';
import { dress } from './frame.styles.js';
import { CONNECT, Line, type FromFrame, type Look, type ToFrame } from './protocol.js';

const listen = (event: MessageEvent<{ readonly kind?: string; readonly channel?: string } | null>): void => {
  const [port] = event.ports;
  // Any window can post to any other. Ours is the one around the frame, and it speaks first and once.
  if (event.source !== parent || event.data?.kind !== CONNECT || !port) return;
  removeEventListener('message', listen);
  serve(port, event.data.channel ?? '');
};
addEventListener('message', listen);

function serve(port: MessagePort, channel: string): void {
  let form: Form | undefined;
  let look: Look | undefined;
  const line = new Line<FromFrame, ToFrame>(port, channel, (message) => {
    if (message.kind === 'set-up') {
      look = message.look;
      form = setUp(message.look, line);
    } else if (message.kind === 'collect') line.send({ kind: 'collected', card: form?.collect() ?? null });
    else if (message.kind === 'challenge' && look) void ask(look, line);
    else if (message.kind === 'focus') form?.focus();
    else if (message.kind === 'clear') form?.clear();
  });
}

function setUp(look: Look, line: Line<FromFrame, ToFrame>): Form {
  const form = new Form(look.labels, {
    changed: (complete) => line.send({ kind: 'change', complete }),
    refused: () => line.send({ kind: 'refused' }),
  });
  Object.assign(document.documentElement, { lang: look.locale, dir: look.dir });
  document.title = look.labels.title;
  dress(look.style);
  document.body.replaceChildren(form.node);
  form.node.addEventListener('submit', (event) => event.preventDefault());
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && !document.querySelector('dialog')) line.send({ kind: 'escape' });
  });
  new ResizeObserver(() => line.send({ kind: 'height', px: document.body.offsetHeight })).observe(document.body);
  line.send({ kind: 'ready' });
  return form;
}

async function ask({ labels }: Look, line: Line<FromFrame, ToFrame>): Promise<void> {
  line.send({ kind: 'answered', token: await challenge(labels) });
}
