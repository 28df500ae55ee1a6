import { Field, Select } from '@/components/ui/field';

type Props = {
  readonly label: string;
  readonly name: string;
  readonly choices: Readonly<Record<string, string>>;
  readonly value: string;
};

/** One of a few, by its words. */
export function Choices({ label, name, choices, value }: Props) {
  return (
    <Field label={label}>
      <Select name={name} defaultValue={value}>
        {Object.entries(choices).map(([choice, words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  );
}
