// What is wrong with the looks of a page, as sentences: what stands out of it, and what cannot be read.
() => {
  const faults = []
  for (const animation of document.getAnimations()) {
    if (animation instanceof CSSTransition) animation.finish()
  }
  const root = document.documentElement
  const name = (element) => `${element.localName}.${[...element.classList].join(".")} «${element.textContent.trim().slice(0, 30)}»`
  const isSeen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })

  if (root.scrollWidth > root.clientWidth) {
    const isCut = (element) => element !== root && (getComputedStyle(element).overflowX !== "visible" || isCut(element.parentElement))
    const wide = [...document.body.querySelectorAll("*")].filter((element) => {
      const { left, right } = element.getBoundingClientRect()
      return isSeen(element) && (right > root.clientWidth + 1 || left < -1) && !isCut(element.parentElement)
    })
    faults.push(`the page is ${root.scrollWidth - root.clientWidth} px too wide: ${wide.slice(0, 3).map(name).join("; ")}`)
  }

  const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })
  const seen = new Map()
  const channels = (color) => {
    if (!seen.has(color)) {
      context.clearRect(0, 0, 1, 1)
      context.fillStyle = color
      context.fillRect(0, 0, 1, 1)
      const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data
      seen.set(color, [red, green, blue, alpha / 255])
    }
    return seen.get(color)
  }
  const over = (front, back) => [0, 1, 2].map((n) => front[n] * front[3] + back[n] * (1 - front[3]))
  const ground = (element) => {
    if (!element) return [255, 255, 255]
    const own = channels(getComputedStyle(element).backgroundColor)
    return own[3] === 1 ? own.slice(0, 3) : over(own, ground(element.parentElement))
  }
  const light = (color) => {
    const [red, green, blue] = color.map((value) => {
      const part = value / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const contrast = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b)
    return (bright + 0.05) / (dark + 0.05)
  }
  for (const element of document.body.querySelectorAll("*")) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())
    if (!hasText || !isSeen(element) || element.closest(":disabled, .disabled, option")) continue
    const style = getComputedStyle(element)
    const back = ground(element)
    const ratio = contrast(over(channels(style.color), back), back)
    const size = parseFloat(style.fontSize)
    const least = size >= 24 || (size >= 18.6 && style.fontWeight >= 700) ? 3 : 4.5
    if (ratio < least) faults.push(`${name(element)} has a contrast of ${ratio.toFixed(2)}`)
  }
  return faults
}
