import type { Appearance } from '@stripe/stripe-js';
import type { BillingAddress, VaultStyle } from '../../api/index.js';

/** Who pays, as Stripe takes it. All of it has to be there, as the element asks for none of it. */
export const billingDetailsOf = ({
  name,
  country,
  line1,
  line2,
  city,
  region,
  postalCode,
}: BillingAddress): {
  name: string;
  email: null;
  phone: null;
  address: Record<'country' | 'line1' | 'line2' | 'city' | 'state' | 'postal_code', string>;
} => ({
  name,
  email: null,
  phone: null,
  address: { country, line1, line2, city, state: region, postal_code: postalCode },
});

/** The look of the page around it. */
export const appearanceOf = (style: VaultStyle): Appearance => ({
  theme: style.scheme === 'dark' ? 'night' : 'stripe',
  labels: 'above',
  variables: {
    colorPrimary: style.accent,
    colorBackground: style.surface,
    colorText: style.text,
    colorTextSecondary: style.textMuted,
    colorDanger: style.negative,
    fontFamily: style.fontFamily,
    fontSizeBase: style.fontSize,
    borderRadius: style.radius,
  },
});
