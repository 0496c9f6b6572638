export { addOnPurchase, type AddOnPurchase } from './add-on-purchase.js';
export type { Adjustment } from './adjustment.js';
export { advanceSchedule, type AdvanceSchedule, type AdvanceScheduleInput } from './advance-schedule.js';
export { bestPlan, type BestPlan, type BestPlanInput, type PlanCost } from './best-plan.js';
export { billingDay, billingDays, type BillingDays } from './billing-day.js';
export { blocksModel, type BlocksPrice, type BlockTier } from './blocks.js';
export { breakEven, costEffectiveTo, type BreakEven, type CostEffectiveTo } from './break-even.js';
export {
  anchorDates,
  fixedDays,
  periodContaining,
  wholePeriods,
  type AnchorDatesInput,
  type BillingPeriod,
} from './calendar.js';
export type { CallRule, FreeCalls } from './call-rule.js';
export type { CallTariff } from './call-tariff.js';
export type { CallRecord } from './call.js';
export { rateCalls, type CallLine, type RatedCall, type RatedCalls } from './calls.js';
export { capacityModel, type CapacityPrice, type CapacityTier } from './capacity.js';
export type { ChargeTerms, ChargeUsage } from './charge-input.js';
export type { ChargeTotals, RatedAdjustment, RatedCharge, RatedChargeLine } from './charge-result.js';
export type { DayStarts } from './charges.js';
export { checkCharge } from './check-charge.js';
export { checkInvoice, type InvoiceDifference } from './check-invoice.js';
export { rateCommitment, type CommitmentInput, type CommitmentTrueUp, type CommittedFee } from './commitment.js';
export { applyCoupon, type Coupon, type CouponInput } from './coupons.js';
export type { Decimal, RoundingMode } from './decimal.js';
export { checkDerivation, type Derivation, type DerivationDifference } from './derivation.js';
export { dynamicModel, type DynamicPrice } from './dynamic.js';
export { rateEarlyCharge, type EarlyCharge } from './early-charge.js';
export { RatingError, type RatingErrorCode } from './errors.js';
export type { Label, RoundingStep, Unit } from './figure.js';
export { flatModel, type FlatPrice } from './flat.js';
export {
  forecastUsage,
  type ForecastBasis,
  type ForecastInput,
  type ForecastMethod,
  type UsageForecast,
} from './forecast.js';
export {
  graduatedPercentageModel,
  type GraduatedPercentagePrice,
  type PercentageTier,
} from './graduated-percentage.js';
export { graduatedModel, type GraduatedPrice } from './graduated.js';
export type { Instant } from './instant.js';
export type { AllowanceStatus, InvoicePreview } from './invoice-preview.js';
export { rateInvoice, type RatedInvoice, type RatedInvoiceLine, type RateInvoiceInput } from './invoice.js';
export { lateUsage, type LateUsageInput } from './late-usage.js';
export type { LedgerCharge, LedgerColumnsInput, LedgerOptions, LedgerRecord, UsageTotal } from './ledger-record.js';
export { UsageLedger } from './ledger.js';
export type { PrepaidCredit } from './line-credits.js';
export type { InvoiceLine, LineKind, LineWorking } from './line.js';
export { fromMoney, moneyText, sumMoney, toMoney, type Currency, type Money } from './money.js';
export { packageModel, type PackagePrice } from './package.js';
export { perUnitModel, type PerUnitPrice } from './per-unit.js';
export { percentageModel, type PercentagePrice } from './percentage.js';
export { addDays, addMonths, daysBetween, monthOf, weekday, type Period, type PlainDate } from './period.js';
export type { PlanChange } from './plan-change-lines.js';
export { ratePlanChange, type ChangeSide, type PlanChangeAmounts, type PlanChangeInput } from './plan-change.js';
export type { LineCharge, RatedAddOn, RatedPlan, ReportedUnit, UsageCharge } from './plan.js';
export {
  DEFAULT_POLICIES,
  type AllowancePolicy,
  type EarlyChargePolicy,
  type PlanChangePolicy,
  type PlanChangeTiming,
  type Policies,
} from './policies.js';
export { preparePrice, type PreparedOptions, type PreparedPrice } from './prepared.js';
export { previewCharges, type ChargesInput } from './preview-charges.js';
export type { PreviewInput } from './preview-input.js';
export { previewAllowances } from './preview-allowances.js';
export { previewInvoice } from './preview.js';
export type { PriceRounding } from './price-segments.js';
export type { PriceModel } from './price-model.js';
export { needPrice, PRICE_MODELS, type Price } from './price.js';
export type { Position } from './priced-usage.js';
export {
  rateProgressive,
  type ChargeReading,
  type ProgressiveInput,
  type ProgressivePhase,
  type RatedProgressive,
} from './progressive.js';
export { prorateAmount, type AmountRounding, type ProrateInput, type ProratedAmount } from './prorate-amount.js';
export type { ProrationPolicy, ProrationRounding } from './proration-policy.js';
export { rateCharge, type ChargeInput } from './rate-charge.js';
export {
  reconcile,
  type DifferenceClass,
  type ReconciledDifference,
  type ReconciledInvoice,
  type ReconciledLine,
  type Reconciliation,
} from './reconcile.js';
export type { ChargeRounding } from './rounding.js';
export { runningTotals, type DailyTotal } from './running-total.js';
export { nextInvoiceDates, type InvoiceDates, type SubscriptionDates } from './schedule.js';
export { rateSeatTime, type RatedSeatTime, type SeatChange, type SeatTimeInput } from './seat-time.js';
export type { TaxRate } from './settle-lines.js';
export type { CreditNote, TaxPolicy } from './settle.js';
export { allocate, type AllocateInput } from './shares.js';
export type { Span } from './span.js';
export { stairstepModel, type StairstepPrice } from './stairstep.js';
export { steps, type Step, type StepFigure, type StepRounding } from './steps.js';
export type { EarlyCharged, RatedSubscription } from './subscription.js';
export type { Bounded, Tier } from './tiers.js';
export { convertUnits, type ConvertedUnits, type UnitConversion, type UnitsToConvert } from './unit-conversion.js';
export {
  rateUnitsInAdvance,
  type RatedUnitsInAdvance,
  type UnitsInAdvanceInput,
  type UnitsPhase,
} from './units-in-advance.js';
export { applyUsageDiscount, type UsageDiscount, type UsageDiscountInput } from './usage-discount.js';
export type { UsageDay } from './usage.js';
export { volumeModel, type VolumePrice } from './volume.js';
export { whatIf, type WhatIf, type WhatIfUse } from './what-if.js';
export type { ZeroRule } from './zero-rule.js';
