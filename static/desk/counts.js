// How long a text is, said beside it while it is typed, by the server's own tables: words, characters without marks,
// minutes; of each headline how much of its place it takes.
const text = document.querySelector("[data-counting]")
const SOON = 250

const within = (letters) => letters.replace(/[\\\]^-]/g, "\\$&")
const { marks, inside, unseen, pace, minutes } = text ? JSON.parse(text.dataset.counting) : { marks: "", inside: "", unseen: "", pace: 1, minutes: {} }
// A run of marks is taken whole or not at all, as in `language.words`.
const WORD = new RegExp(`[\\p{L}\\p{N}]+(?:(?=([${within(marks + inside)}]+))\\1[\\p{L}\\p{N}]+)*[${within(marks)}]*`, "gu")
const UNSEEN = new RegExp(`[${within(unseen)}]`, "gu")

export const countWords = (words) => words.match(WORD)?.length ?? 0
export const countCharacters = (line) => [...line.replace(UNSEEN, "").trim()].length
export const readingMinutes = (words) => Math.ceil(words / pace)

const number = new Intl.NumberFormat(document.documentElement.lang, { numberingSystem: "latn" })
const plural = new Intl.PluralRules(document.documentElement.lang)
const minutesOf = (count) => (minutes[plural.select(count)] ?? minutes.other).replace("%d", number.format(count))
const say = (output, sentence) => {
  // Seen, not read aloud at every letter.
  output.setAttribute("aria-live", "off")
  if (output.value !== sentence) output.value = sentence
}

const beside = (output) => {
  const input = document.getElementById(output.htmlFor.value)
  const limit = Number(output.dataset.limit)
  const headline = text.querySelector("[name=headline]")
  const show = () => {
    const isEmpty = input !== headline && !input.value.trim()
    const length = countCharacters(isEmpty ? headline.value : input.value)
    say(output, `${length} / ${limit}${isEmpty ? ` · ${gettext("as the headline")}` : ""}`)
    output.classList.toggle("is-long", length > limit)
  }
  input.addEventListener("input", show)
  if (input !== headline) headline.addEventListener("input", show)
  show()
}

// A headline for one place that is not written is the headline: it stands there, to be read and typed over.
const fallBack = (input) => {
  const headline = text.querySelector("[name=headline]")
  const show = () => {
    input.placeholder = headline.value
  }
  headline.addEventListener("input", show)
  show()
}

const ofBody = (editor, output) => {
  let timer = 0
  const show = () => {
    const { doc } = editor.state
    const typed = doc.textBetween(0, doc.content.size, "\n", ({ type }) => (type.name === "hardBreak" ? "\n" : ""))
    const words = countWords(typed)
    const said = [
      ["count words", words],
      ["count characters", countCharacters(typed.replaceAll("\n", ""))],
    ].map(([name, count]) => `${window.gettext(name)}: ${number.format(count)}`)
    if (words) said.push(minutesOf(readingMinutes(words)))
    say(output, said.join(" · "))
  }
  editor.on("update", () => {
    clearTimeout(timer)
    timer = setTimeout(show, SOON)
  })
  show()
}

if (text) {
  text.querySelectorAll("output[data-limit]").forEach(beside)
  text.querySelectorAll("[name$=_headline]").forEach(fallBack)
  document.addEventListener("prose-editor:ready", ({ detail: { editor, textarea } }) => {
    const output = textarea.closest("#field-body")?.querySelector(".desk-counts")
    if (output) ofBody(editor, output)
  })
}
