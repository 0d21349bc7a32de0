export default function Page() {
  return <h1>participation</h1>;
}
