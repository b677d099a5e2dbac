/** What a write carries to prove that it comes from these pages. */
export function csrfToken(): string | undefined {
  const cookie = document.cookie.split("; ").find((one) => one.startsWith("XSRF-TOKEN="));
  return cookie && decodeURIComponent(cookie.slice("XSRF-TOKEN=".length));
}
