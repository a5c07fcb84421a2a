import { describe, expect, it } from 'vitest';
import { cents } from '../money/cents';
import { routeInitiative, type RoutingInput } from './mandate';

const input: RoutingInput = {
  amount: cents(100_000),
  areaIds: ['parkwijk'],
  buurtraadAreaIds: ['parkwijk', 'parkwijk-noord'],
  maxPerDecision: cents(250_000),
  cumulativeForApplicant: cents(0),
  maxPerApplicantPerYear: cents(400_000),
  quorumPossible: true,
};
const route = (change: Partial<RoutingInput>) => routeInitiative({ ...input, ...change });

describe('routing (domain.md §3.4)', () => {
  it('keeps an initiative within the mandate at the buurtraad', () => {
    expect(route({})).toEqual({ body: 'buurtraad', because: 'withinMandate' });
  });

  it('keeps several areas of the same buurtraad together', () => {
    expect(route({ areaIds: ['parkwijk', 'parkwijk-noord'] }).body).toBe('buurtraad');
  });

  it('sends on what touches the area of another buurtraad', () => {
    expect(route({ areaIds: ['parkwijk', 'kruiskade'] })).toEqual({
      body: 'stadsraad',
      because: 'severalAreas',
    });
  });

  it('sends on an amount above the mandate, from the first cent', () => {
    expect(route({ amount: cents(250_000) }).body).toBe('buurtraad');
    expect(route({ amount: cents(250_001) })).toEqual({ body: 'stadsraad', because: 'aboveMandate' });
  });

  it('sends on an applicant who splits a plan, from the first cent over the yearly limit', () => {
    expect(route({ cumulativeForApplicant: cents(300_000) }).body).toBe('buurtraad');
    expect(route({ cumulativeForApplicant: cents(300_001) })).toEqual({
      body: 'stadsraad',
      because: 'cumulative',
    });
  });

  it('sends on when conflicts leave no quorum', () => {
    expect(route({ quorumPossible: false })).toEqual({ body: 'stadsraad', because: 'quorumImpossible' });
  });

  it('names the first reason that applies', () => {
    const all = {
      areaIds: ['kruiskade'],
      amount: cents(500_000),
      cumulativeForApplicant: cents(400_000),
      quorumPossible: false,
    };
    expect(route(all).because).toBe('severalAreas');
    expect(route({ ...all, areaIds: ['parkwijk'] }).because).toBe('aboveMandate');
    expect(route({ ...all, areaIds: ['parkwijk'], amount: cents(1) }).because).toBe('cumulative');
  });
});
