export default function Page() {
  return <h1>site-map</h1>;
}
