// What the tests put in the place of Stripe.js: the same calls, answered by what a test has written into `window.stripePlay`.
window.Stripe = Object.assign(
  (publishableKey, options) => {
    window.stripePlay.calls.push(['Stripe', publishableKey, options]);
    return {
      // Made once for all tests of a page; each has a play of its own.
      elements(settings) {
        const play = window.stripePlay;
        play.calls.push(['elements', settings]);
        return {
          submit: () => Promise.resolve(play.invalid ? { error: { type: 'validation_error' } } : {}),
          create(kind, wishes) {
            play.calls.push(['create', kind, wishes]);
            const listeners = new Map();
            const frame = document.createElement('iframe');
            const element = {
              on: (name, listener) => (listeners.set(name, listener), element),
              mount(target) {
                // As Stripe does: its frames find each other in the page only.
                if (target.getRootNode() !== document) throw new Error('Elements cannot be mounted in a ShadowRoot');
                target.append(frame);
                queueMicrotask(() => play.fire(play.breaks ? 'loaderror' : 'ready', {}));
              },
              focus: () => play.calls.push(['focus']),
              clear: () => play.calls.push(['clear']),
              destroy: () => (play.calls.push(['destroy']), frame.remove()),
            };
            play.fire = (name, event) => listeners.get(name)?.(event);
            return element;
          },
        };
      },
      confirmSetup: (wishes) => {
        const play = window.stripePlay;
        play.calls.push(['confirmSetup', wishes]);
        return Promise.resolve(play.results.shift() ?? { setupIntent: { status: 'succeeded' } });
      },
    };
  },
  { version: 'endive' },
);
