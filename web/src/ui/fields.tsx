import { Checkbox } from "@codegouvfr/react-dsfr/Checkbox";
import { Input } from "@codegouvfr/react-dsfr/Input";
import { RadioButtons } from "@codegouvfr/react-dsfr/RadioButtons";
import { Select } from "@codegouvfr/react-dsfr/Select";
import { t } from "@lingui/core/macro";
import type { ReactNode } from "react";
import { inFrench } from "../language.ts";
import { useFieldError, useFieldId } from "./command.ts";

interface FieldProps {
  /** The path in the mutation's `input`, as refusals name it. */
  name: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  disabled?: boolean;
}

export interface Option {
  value: string;
  label: string;
}

const labelOf = ({ label, optional }: FieldProps) => (optional ? t`${label} (facultatif)` : label);

function useField(props: FieldProps) {
  const error = useFieldError(props.name);
  const id = useFieldId(props.name);
  return {
    common: {
      label: labelOf(props),
      disabled: props.disabled,
      state: error ? ("error" as const) : ("default" as const),
      stateRelatedMessage: error && <span lang={inFrench}>{error}</span>,
    },
    native: { id, name: props.name, required: !props.optional, "aria-invalid": Boolean(error) },
  };
}

type TextFieldProps = FieldProps & {
  type?: "text" | "email" | "url" | "number" | "date" | "datetime-local" | "search";
  value?: string;
  onChange?: (value: string) => void;
  defaultValue?: string | number;
  autoComplete?: string;
};

/** One line of text, a number, a date. Controlled with `value`, else by `defaultValue`. */
export function TextField({ type = "text", value, onChange, defaultValue, autoComplete, ...props }: TextFieldProps) {
  const { common, native } = useField(props);
  return (
    <Input
      {...common}
      hintText={props.hint}
      nativeInputProps={{
        ...native,
        type,
        autoComplete,
        value,
        defaultValue,
        onChange: onChange && ((event) => onChange(event.target.value)),
      }}
    />
  );
}

type TextAreaFieldProps = FieldProps & {
  rows?: number;
  value?: string;
  onChange?: (value: string) => void;
  defaultValue?: string;
};

export function TextAreaField({ rows = 5, value, onChange, defaultValue, ...props }: TextAreaFieldProps) {
  const { common, native } = useField(props);
  return (
    <Input
      {...common}
      textArea
      hintText={props.hint}
      nativeTextAreaProps={{
        ...native,
        rows,
        value,
        defaultValue,
        onChange: onChange && ((event) => onChange(event.target.value)),
      }}
    />
  );
}

type SelectFieldProps = FieldProps & {
  options: Option[];
  /** The first, empty choice. */
  placeholder?: string;
  value?: string;
  onChange?: (value: string) => void;
  defaultValue?: string;
};

export function SelectField(props: SelectFieldProps) {
  const { options, placeholder = t`Choisir`, value, onChange, defaultValue, hint } = props;
  const { common, native } = useField(props);
  return (
    <Select
      {...common}
      hint={hint}
      nativeSelectProps={{
        ...native,
        value,
        defaultValue: value === undefined ? (defaultValue ?? "") : undefined,
        onChange: onChange && ((event) => onChange(event.target.value)),
      }}
    >
      <option value="">{placeholder}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  );
}

type CheckboxFieldProps = FieldProps & { defaultChecked?: boolean; onChange?: (checked: boolean) => void };

/** One box to tick: its value in the form is « on ». */
export function CheckboxField({ defaultChecked, onChange, ...props }: CheckboxFieldProps) {
  const { common, native } = useField(props);
  // The box is labelled by the id that Checkbox makes for it: its own would part it from its label.
  const { id, ...box } = native;
  return (
    <Checkbox
      id={id}
      disabled={common.disabled}
      state={common.state}
      stateRelatedMessage={common.stateRelatedMessage}
      options={[
        {
          label: props.label,
          hintText: props.hint,
          nativeInputProps: {
            ...box,
            required: false,
            defaultChecked,
            onChange: onChange && ((event) => onChange(event.target.checked)),
          },
        },
      ]}
    />
  );
}

type CheckboxesFieldProps = FieldProps & { options: Option[]; defaultValues?: string[] };

/** Several of a list: read with `form.getAll(name)`. */
export function CheckboxesField({ options, defaultValues = [], ...props }: CheckboxesFieldProps) {
  const { common, native } = useField(props);
  return (
    <Checkbox
      id={native.id}
      legend={common.label}
      hintText={props.hint}
      disabled={common.disabled}
      state={common.state}
      stateRelatedMessage={common.stateRelatedMessage}
      options={options.map(({ value, label }) => ({
        label,
        nativeInputProps: { name: props.name, value, defaultChecked: defaultValues.includes(value) },
      }))}
    />
  );
}

type RadioFieldProps = FieldProps & {
  options: (Option & { hint?: string })[];
  defaultValue?: string;
  onChange?: (value: string) => void;
};

export function RadioField({ options, defaultValue, onChange, ...props }: RadioFieldProps) {
  const { common, native } = useField(props);
  return (
    <RadioButtons
      id={native.id}
      name={props.name}
      legend={common.label}
      hintText={props.hint}
      disabled={common.disabled}
      state={common.state}
      stateRelatedMessage={common.stateRelatedMessage}
      options={options.map(({ value, label, hint }) => ({
        label,
        hintText: hint,
        nativeInputProps: {
          value,
          defaultChecked: value === defaultValue,
          onChange: onChange && (() => onChange(value)),
        },
      }))}
    />
  );
}
