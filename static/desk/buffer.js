// Keeps what is being typed: in this browser at once, at the desk a moment later. Saving needs none of it.
const form = document.querySelector("form[data-keeps]")
const PREFIX = "rased-unsaved-"
const LOOK_EVERY = 1500
const LONGEST_WAIT = 3000
const HIDDEN = new Set(["csrfmiddlewaretoken", "copy"])

const stored = () =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => [key, JSON.parse(localStorage.getItem(key))])

const store = (key, value) => {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // Full, or shut by the browser: the desk's own copy remains.
  }
}

const forgetSaved = () => {
  const address = new URL(location.href)
  const copy = address.searchParams.get("saved")
  if (!copy) return
  localStorage.removeItem(PREFIX + copy)
  address.searchParams.delete("saved")
  history.replaceState(null, "", address)
}

const token = (within) => within.querySelector("[name=csrfmiddlewaretoken]")

const send = (address, fields) =>
  fetch(address, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { "X-CSRFToken": token(document).value },
    credentials: "same-origin",
  })

const keepTyping = () => {
  const { keeps, person, kept, here, ended, shut } = form.dataset
  const copyField = form.querySelector("[name=copy]")
  // Come back to by the browser's own way back, the form is the one that was left, with what it held.
  const isReturnedTo = performance.getEntriesByType("navigation")[0]?.type === "back_forward"
  if (isReturnedTo) copyField.value ||= history.state?.copy ?? ""
  copyField.value ||= [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, "0")).join("")
  const key = PREFIX + copyField.value
  history.replaceState({ ...history.state, copy: copyField.value }, "")
  const said = document.createElement("output")
  said.className = "desk-autosaved"
  form.querySelector(".desk-bar-title").after(said)

  const fields = () => [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !HIDDEN.has(name))
  const text = () => JSON.stringify(fields())
  let looked = null
  let delivered = null
  let desksTime = 0
  let isBusy = false
  let isSent = false
  let onItsWay = Promise.resolve()
  let isWaiting = false
  let hasWaited = false

  const say = (sentence, isGrave = false) => {
    said.classList.toggle("is-grave", isGrave)
    if (said.value !== sentence) said.value = sentence
  }

  const refresh = async () => {
    const answer = await fetch(keeps, { credentials: "same-origin" })
    if (!answer.ok || answer.redirected) return false
    const fresh = (await answer.json()).token
    for (const input of document.querySelectorAll("[name=csrfmiddlewaretoken]")) input.value = fresh
    return true
  }

  const keepHere = (now, isDelivered) =>
    store(key, { keeps, person, at: Date.now(), desksTime, isDelivered, fields: JSON.parse(now) })

  const deliver = () => {
    if (!isBusy && !isSent && text() !== delivered) onItsWay = carry()
    return onItsWay
  }

  const carry = async (isSecondTry = false) => {
    const now = text()
    isBusy = true
    try {
      const answer = await send(keeps, [...JSON.parse(now), ["copy", copyField.value]])
      if (answer.ok) {
        delivered = now
        desksTime = (await answer.json()).kept_at
        if (now === looked) keepHere(now, true)
        const at = new Date(desksTime)
        const hour = at.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", numberingSystem: "latn" })
        say(`${kept} ${hour}`)
      } else if (!isSecondTry && (await refresh())) {
        await carry(true)
      } else if (answer.status === 401 || answer.redirected) {
        say(ended, true)
        askToSignIn()
      } else say(answer.status === 403 ? shut : here, true)
    } catch {
      say(here, true)
    } finally {
      isBusy = false
    }
  }

  // Looked at, not listened to: the editor's own buttons change the text and tell no form.
  const look = () => {
    const now = text()
    if (looked === null) {
      looked = delivered = now
      return
    }
    if (now !== looked) {
      looked = now
      keepHere(now, false)
    } else deliver()
  }

  // The editor sets its text out anew once it has come up; what it then holds is what nobody has typed yet.
  addEventListener("load", () => setTimeout(() => {
    look()
    setInterval(look, LOOK_EVERY)
  }, 300))
  addEventListener("online", () => deliver())
  document.addEventListener("visibilitychange", () => {
    if (looked === null) return
    look()
    deliver()
  })
  form.addEventListener("submit", (event) => {
    if (looked === null || event.defaultPrevented) return
    // What is on its way to be saved must not come in again behind the save, as if nobody had saved it.
    isSent = !event.submitter?.hasAttribute("data-stays")
    look()
    if (!isSent || !isBusy || hasWaited) return
    event.preventDefault()
    if (isWaiting) return
    isWaiting = true
    const enough = new Promise((done) => setTimeout(done, LONGEST_WAIT))
    Promise.race([onItsWay, enough]).then(() => {
      hasWaited = true
      form.requestSubmit(event.submitter)
    })
  })
  // Back in the form by the browser's own way back, a person types on.
  addEventListener("pageshow", () => {
    isSent = isWaiting = hasWaited = false
  })

  const dialog = document.querySelector(".desk-sign-in")
  let isAsked = false
  const askToSignIn = () => {
    if (isAsked || !dialog) return
    isAsked = true
    dialog.showModal()
  }
  dialog?.addEventListener("submit", async (event) => {
    if (event.submitter?.value === "later") return
    event.preventDefault()
    const asking = dialog.querySelector("form")
    const wrong = dialog.querySelector("[role=alert]")
    wrong.hidden = true
    try {
      const page = await (await fetch(asking.action, { credentials: "same-origin" })).text()
      const csrf = token(new DOMParser().parseFromString(page, "text/html")).value
      const body = new FormData(asking)
      body.set("csrfmiddlewaretoken", csrf)
      await fetch(asking.action, { method: "POST", body, credentials: "same-origin" })
      if (await refresh()) {
        dialog.close()
        isAsked = false
        await deliver()
        return
      }
    } catch {
      // Said below: without a connection nobody signs in.
    }
    wrong.hidden = false
    dialog.querySelector("[type=password]").select()
  })

  // Shown without loading the page anew, which would take away what it has just said.
  const offer = async () => {
    const page = await (await fetch(location.href, { credentials: "same-origin" })).text()
    const offered = new DOMParser().parseFromString(page, "text/html").querySelectorAll(".desk-unsaved")
    for (const old of form.querySelectorAll(".desk-unsaved")) old.remove()
    form.querySelector(".desk-bar").after(...offered)
  }

  // What only this browser knows goes to the desk, which then offers it like everything else it keeps.
  const bringIn = async () => {
    const known = Number(document.querySelector(".desk-unsaved")?.dataset.keptAt || 0) * 1000
    // What never reached the desk is newer than what this form sent there last, whatever the two clocks say.
    const isNews = (each) => !each.isDelivered && (known <= (each.desksTime ?? 0) || each.at > known + 5000)
    const mine = stored()
      .filter(([name, each]) => name !== key && each.person === person && each.keeps === keeps && isNews(each))
      .sort(([, a], [, b]) => a.at - b.at)
    for (const [name, each] of mine) {
      const answer = await send(keeps, [...each.fields, ["copy", name.slice(PREFIX.length)]])
      if (!answer.ok) return
      localStorage.removeItem(name)
    }
    if (mine.length) await offer()
  }
  // A page that answers a form already holds what was typed, and loaded anew it would send the form again.
  if ("isFresh" in form.dataset && !isReturnedTo) bringIn().catch(() => {})
}

// A computer that others use after this person keeps nothing.
document.getElementById("logout-form")?.addEventListener("submit", () => {
  for (const [key] of stored()) localStorage.removeItem(key)
})

forgetSaved()
if (form) keepTyping()
