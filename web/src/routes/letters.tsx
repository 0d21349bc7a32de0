export default function Page() {
  return <h1>letters</h1>;
}
