// Brings the desk page up to date every minute, unless somebody is in the middle of it.
const EVERY = 60000
const lists = document.querySelector("[data-refreshes]")

const refresh = async () => {
  if (document.hidden || lists.contains(document.activeElement)) return
  try {
    const answer = await fetch(location.href, { credentials: "same-origin" })
    if (!answer.ok || answer.redirected) return
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-refreshes]")
    if (fresh && !lists.contains(document.activeElement)) lists.replaceChildren(...fresh.children)
  } catch {
    // Without a connection the page stays as it is.
  }
}

if (lists) setInterval(refresh, EVERY)
