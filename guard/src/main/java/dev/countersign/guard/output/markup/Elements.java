package dev.countersign.guard.output.markup;

import java.util.Set;

/** What elements and attributes do. */
final class Elements {
  /** Text and its structure: nothing is loaded, sent or run. */
  static final Set<String> PLAIN =
      Set.of(
          "p",
          "br",
          "b",
          "i",
          "strong",
          "em",
          "u",
          "s",
          "del",
          "ins",
          "mark",
          "small",
          "sub",
          "sup",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "a",
          "code",
          "pre",
          "kbd",
          "samp",
          "var",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "table",
          "thead",
          "tbody",
          "tfoot",
          "tr",
          "td",
          "th",
          "caption",
          "colgroup",
          "col",
          "blockquote",
          "q",
          "cite",
          "span",
          "div",
          "hr",
          "img",
          "figure",
          "figcaption",
          "picture",
          "source",
          "video",
          "audio",
          "track",
          "details",
          "summary",
          "section",
          "article",
          "header",
          "footer",
          "main",
          "nav",
          "aside",
          "time",
          "abbr",
          "address",
          "wbr",
          "bdi",
          "bdo",
          "ruby",
          "rt",
          "rp",
          "data",
          "dfn",
          "center",
          "font",
          "tt",
          "strike",
          "big",
          "html",
          "head",
          "body",
          "title",
          "area",
          "map",
          "meter",
          "progress",
          "label",
          "legend",
          "fieldset",
          "output",
          "menu",
          "hgroup",
          "search",
          "acronym",
          "rb",
          "rtc");

  /** Run code, load, send, or change how the rest is read. */
  static final Set<String> ACTIVE =
      Set.of(
          "script",
          "iframe",
          "frame",
          "frameset",
          "object",
          "embed",
          "applet",
          "form",
          "input",
          "button",
          "select",
          "textarea",
          "option",
          "optgroup",
          "datalist",
          "keygen",
          "isindex",
          "link",
          "base",
          "style",
          "math",
          "noscript",
          "template",
          "slot",
          "xmp",
          "plaintext",
          "noembed",
          "noframes",
          "portal",
          "fencedframe",
          "marquee",
          "bgsound",
          "layer",
          "ilayer",
          "image",
          "use",
          "animate",
          "animatemotion",
          "animatetransform",
          "set",
          "foreignobject",
          "handler",
          "listener",
          "feimage",
          "mpath",
          "param",
          "canvas",
          "dialog",
          "listing",
          "comment",
          "xml",
          "xss",
          "import",
          "animatecolor",
          "discard",
          "annotation-xml");

  static final Set<String> DRAWING =
      Set.of(
          "svg",
          "g",
          "path",
          "circle",
          "rect",
          "line",
          "polyline",
          "polygon",
          "ellipse",
          "text",
          "tspan",
          "defs",
          "lineargradient",
          "radialgradient",
          "stop",
          "desc",
          "symbol",
          "clippath",
          "mask",
          "pattern",
          "marker");

  /** Attributes whose address is loaded with the page. */
  static final Set<String> LOADING =
      Set.of(
          "src",
          "srcset",
          "imagesrcset",
          "poster",
          "background",
          "data",
          "lowsrc",
          "dynsrc",
          "classid",
          "code",
          "codebase",
          "archive",
          "icon",
          "manifest");

  /** Attributes whose address is followed on a click. */
  static final Set<String> FOLLOWED =
      Set.of("href", "xlink:href", "cite", "longdesc", "action", "formaction", "ping", "usemap");

  private Elements() {}

  /** Attributes that frameworks of pages run as code: Vue, Alpine, Angular, htmx. */
  static boolean framework(String attribute) {
    return attribute.startsWith("@")
        || attribute.startsWith(":")
        || attribute.startsWith("v-")
        || attribute.startsWith("x-")
        || attribute.startsWith("ng-")
        || attribute.startsWith("data-ng-")
        || attribute.startsWith("hx-")
        || attribute.startsWith("data-hx-")
        || attribute.startsWith("*ng")
        || attribute.startsWith("[")
        || attribute.startsWith("(");
  }
}
