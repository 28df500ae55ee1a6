'use client';

import { type ComponentProps, useEffect, useRef } from 'react';
import { useRegion } from '@/components/language/reader';
import { Input } from '@/components/ui/field';
import { amountText, typedAmount } from '@/lib/format';

type Props = Omit<ComponentProps<'input'>, 'defaultValue' | 'inputMode' | 'type'> & {
  /** Decimal text. */
  readonly amount: string | null;
};

/** A field for an amount, as the reader writes amounts; whoever the form is posted to reads it by `typedAmount`. */
export function AmountInput({ amount, ...rest }: Props) {
  const region = useRegion();
  return (
    <Input
      inputMode="decimal"
      autoComplete="off"
      placeholder={amountText('0.00', region)}
      defaultValue={amount === null ? '' : amountText(amount, region)}
      {...rest}
    />
  );
}

type FilterProps = { readonly name: string; readonly amount: string | null; readonly className?: string };

/**
 * The same in the filters of a list, whose address is for everybody: its form tells a decimal text, or what was typed
 * where that is no amount.
 */
export function AmountFilterInput({ name, amount, className }: FilterProps) {
  const region = useRegion();
  const input = useRef<HTMLInputElement>(null);
  const isDrawn = useRef(false);

  useEffect(() => {
    // What was typed before the script came stays.
    if (input.current && isDrawn.current) input.current.value = amount === null ? '' : amountText(amount, region);
    isDrawn.current = true;
  }, [amount, region]);

  useEffect(() => {
    const form = input.current?.form;
    const onFormData = ({ formData }: FormDataEvent) => {
      const typed = String(formData.get(name) ?? '').trim();
      formData.set(name, typedAmount(typed, region) ?? typed);
    };
    form?.addEventListener('formdata', onFormData);
    return () => form?.removeEventListener('formdata', onFormData);
  }, [name, region]);

  return <AmountInput ref={input} name={name} amount={amount} className={className} data-own="" />;
}
