export default function Page() {
  return <h1>academies</h1>;
}
