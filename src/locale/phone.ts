/**
 * A stored phone number as it is read: one of North America in its groups, `+1 617 555 0150`, which hold together. How
 * other numbers are grouped only a large table tells, and a list is no reason to load it: they stay as they are stored.
 */
export const formatPhone = (stored: string): string =>
  stored.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '+1\u00a0$1\u00a0$2\u00a0$3');
