import { Select } from "@codegouvfr/react-dsfr/Select";
import { t } from "@lingui/core/macro";

interface NativeSelectProps {
  name: string;
  label: string;
  value?: string;
  options: { value: string; label: string }[];
  /** The empty choice. */
  all?: string;
}

/** A filter in a GET form: what it holds comes from the address. */
export const NativeSelect = ({ name, label, value, options, all = t`Toutes` }: NativeSelectProps) => (
  <Select label={label} nativeSelectProps={{ id: name, name, defaultValue: value ?? "" }}>
    <option value="">{all}</option>
    {options.map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ))}
  </Select>
);
