/** The props of a form's field by its name: what it holds, and its fault. */
export type FieldOf = (name: string) => {
  id: string;
  name: string;
  defaultValue: string;
  error: string | undefined;
};
