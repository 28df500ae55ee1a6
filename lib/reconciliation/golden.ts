import { ARS } from './golden-ars';
import type { GoldenCase } from './golden-case';
import { CHAIN } from './golden-chain';
import { PAY_INS } from './golden-pay-ins';
import { PIX } from './golden-pix';
import { SPEI } from './golden-spei';
import { SPEI_RETURNS } from './golden-spei-returns';

/** For tests only: payments and statements with what a whole run must give, by name, over every rail. */
export const GOLDEN: readonly GoldenCase[] = [...SPEI, ...SPEI_RETURNS, ...PIX, ...PAY_INS, ...ARS, ...CHAIN];
