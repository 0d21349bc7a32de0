export default function Page() {
  return <h1>scenario</h1>;
}
