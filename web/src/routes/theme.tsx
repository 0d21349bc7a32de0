export default function Page() {
  return <h1>theme</h1>;
}
