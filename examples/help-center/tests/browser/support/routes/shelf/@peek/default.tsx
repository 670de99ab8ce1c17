export default function NoPeek() {
  return null
}
