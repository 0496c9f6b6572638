import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/usage-graph.js';
import type { UsageGraphData } from '../src/elements/usage-graph.types.js';
import * as states from './usage-graph.data.js';

interface Args {
  readonly data: UsageGraphData;
  readonly asTable: boolean;
}

const meta: Meta<Args> = {
  title: 'usage-graph',
  component: 'usage-graph',
  args: { data: states.midMonth, asTable: false },
  render: ({ data, asTable }) =>
    html`<usage-graph label="Operator minutes" .data=${data} ?as-table=${asTable}></usage-graph>`,
};
export default meta;

type Story = StoryObj<Args>;

export const MidMonth: Story = {};
export const AsTable: Story = { args: { asTable: true } };
export const LinesCloseTogether: Story = { args: { data: states.closeLines } };
export const OverTheLimit: Story = { args: { data: states.over } };
export const EarlyAndUncertain: Story = { args: { data: states.early } };
export const FirstDay: Story = { args: { data: states.firstDay } };
export const NothingUsedYet: Story = { args: { data: states.nothingYet } };
export const WithoutLimit: Story = { args: { data: states.noLimit } };
export const FinishedPeriod: Story = { args: { data: states.finished } };
export const Narrow: Story = {
  render: ({ data }) => html`<div style="inline-size: 280px"><usage-graph .data=${data}></usage-graph></div>`,
};
export const RightToLeft: Story = {
  render: ({ data }) => html`<div dir="rtl"><usage-graph .data=${data}></usage-graph></div>`,
};
