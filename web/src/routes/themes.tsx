export default function Page() {
  return <h1>themes</h1>;
}
