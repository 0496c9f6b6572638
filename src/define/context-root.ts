import { ContextRoot } from '@lit/context';

/** Keeps what elements have asked for until their portal is defined, so that the order of definitions doesn't matter. */
new ContextRoot().attach(document.documentElement);
