import { expect, test } from 'vitest';
import { callbackProblem } from './callback';

test('an https address on the internet will do, by name or by number', () => {
  for (const address of [
    'https://desk.example.com/api/webhooks/juno',
    'https://desk.example.com:8443/api/webhooks/juno',
    'https://3.129.233.228/api/webhooks/juno',
    'https://[2600:1f16::1]/api/webhooks/juno',
  ]) {
    expect(callbackProblem(address)).toBeNull();
  }
});

test('what is not https is not registered', () => {
  expect(callbackProblem('http://desk.example.com/api/webhooks/juno')).toBe(
    'Juno posts to https addresses only, and http://desk.example.com/api/webhooks/juno is not one.',
  );
  expect(callbackProblem('ftp://desk.example.com')).toMatch(/https addresses only/);
});

test('what only this machine or its network reaches is not registered', () => {
  for (const host of [
    'localhost',
    'desk.localhost',
    'desk',
    'desk.internal',
    'printer.local',
    '127.0.0.1',
    '10.1.2.3',
    '192.168.0.7',
    '172.16.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '2130706433',
    '[::1]',
    '[fd00::1]',
    '[fe80::1]',
    '[::ffff:10.0.0.1]',
  ]) {
    expect(callbackProblem(`https://${host}/api/webhooks/juno`), host).toMatch(/not by Juno/);
  }
});

test('what is no address, or carries a password, says so', () => {
  expect(callbackProblem('desk.example.com')).toMatch(/is not an address/);
  expect(callbackProblem('')).toMatch(/is not an address/);
  expect(callbackProblem('https://me:secret@desk.example.com/')).not.toMatch(/secret/);
});
