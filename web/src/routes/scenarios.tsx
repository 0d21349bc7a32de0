export default function Page() {
  return <h1>scenarios</h1>;
}
