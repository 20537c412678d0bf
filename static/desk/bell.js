// Asks every few seconds what is new for this person; a hidden page asks nothing.
const bell = document.querySelector("[data-bell]")
const PAUSE = 5000
const LONGEST = 60000
const editing = document.querySelector("[data-editing]")
const heard = document.createElement("p")
heard.className = "visually-hidden"
heard.setAttribute("role", "status")
let pause = PAUSE
let newest = null

const ask = async () => {
  const address = new URL(bell.dataset.bell, location.href)
  if (editing) address.searchParams.set("article", editing.dataset.editing)
  const answer = await fetch(address, { credentials: "same-origin" })
  if (!answer.ok) throw new Error(answer.status)
  const news = await answer.json()
  const unseen = bell.querySelector(".desk-unseen")
  unseen.textContent = news.unseen ? (news.unseen > 99 ? "99+" : news.unseen) : ""
  // What was there when the page opened is counted, not read aloud.
  if (news.newest && newest !== null && news.newest.id > newest) heard.textContent = news.newest.said
  newest = Math.max(newest ?? 0, news.newest?.id ?? 0)
  if (editing && editing.textContent !== (news.typing ?? "")) {
    editing.textContent = news.typing
    editing.hidden = !news.typing
  }
}

const goOn = async () => {
  if (!document.hidden) {
    try {
      await ask()
      pause = PAUSE
    } catch {
      pause = Math.min(LONGEST, pause * 2)
    }
  }
  setTimeout(goOn, pause)
}

if (bell) {
  document.body.append(heard)
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) ask().catch(() => {})
  })
  goOn()
}
