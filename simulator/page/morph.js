/**
 * Brings the page in line with a newer copy of itself and touches nothing that is the same, so that focus, scroll,
 * open details and the live regions of screen readers stay as they are.
 */
export function morph(old, fresh) {
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue
    return
  }
  morphAttributes(old, fresh)
  morphChildren(old, fresh)
}

/** Whether details are open is the reader's own choice. */
function morphAttributes(old, fresh) {
  for (const name of old.getAttributeNames()) {
    if (name !== 'open' && !fresh.hasAttribute(name)) old.removeAttribute(name)
  }
  for (const { name, value } of fresh.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value)
  }
}

/** Elements with an id are found again by it, wherever they moved; the others are matched in order. */
function morphChildren(old, fresh) {
  let next = old.firstChild
  for (const child of fresh.childNodes) {
    const known = child.id ? findChild(old, child) : null
    if (known && known !== next) old.insertBefore(known, next)
    const partner = known ?? partnerOf(next, child)
    if (!partner) {
      old.insertBefore(child.cloneNode(true), next)
      continue
    }
    next = partner.nextSibling
    morph(partner, child)
  }
  while (next) {
    const rest = next.nextSibling
    next.remove()
    next = rest
  }
}

function findChild(parent, { id, nodeName }) {
  return [...parent.children].find((own) => own.id === id && own.nodeName === nodeName)
}

function partnerOf(next, child) {
  if (!next || next.id || child.id) return null
  return next.nodeType === child.nodeType && next.nodeName === child.nodeName ? next : null
}
