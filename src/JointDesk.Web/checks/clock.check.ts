import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf, localText, spelled } from '../src/clock/beijing';
import { nextWorkingMorning } from '../src/clock/workingMorning';

const next = (local: string, holidays = {}) => localText(nextWorkingMorning(instantOf(local), holidays));

test('a date is named with weekday and zone', () => {
  assert.equal(spelled(new Date('2026-11-23T01:05:00Z'), 'zh'), '11月23日（周一）09:05（北京时间）');
  assert.equal(spelled(new Date('2026-11-23T01:05:00Z'), 'en'), 'Mon 23 Nov, 09:05 (Beijing time)');
});

test('the evening in London is the next day in Beijing', () =>
  assert.equal(spelled(new Date('2026-12-31T16:30:00Z'), 'en'), 'Fri 1 Jan, 00:30 (Beijing time)'));

test('the next working morning', () => {
  assert.equal(next('2026-11-23T08:59'), '2026-11-23T09:00');
  assert.equal(next('2026-11-23T09:00'), '2026-11-24T09:00');
  assert.equal(next('2026-11-27T15:00'), '2026-11-30T09:00');
});

test('holidays are off, and a Saturday that makes up for one is not', () => {
  assert.equal(next('2026-11-27T15:00', { '2026-11-28': false }), '2026-11-28T09:00');
  assert.equal(next('2026-11-27T15:00', { '2026-11-30': true }), '2026-12-01T09:00');
});
