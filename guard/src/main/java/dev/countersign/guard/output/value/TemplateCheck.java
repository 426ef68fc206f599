package dev.countersign.guard.output.value;

import dev.countersign.guard.Decision;
import dev.countersign.guard.output.finding.Findings;
import java.util.Set;

/**
 * What engines of templates evaluate: the delimiters of Jinja, Twig, Liquid, Handlebars, Go and
 * Angular; FreeMarker, Velocity, Thymeleaf, EL, OGNL; ERB, EJS, JSP, PHP; Smarty, Razor, Pug.
 */
public final class TemplateCheck {
  private static final Set<String> VELOCITY =
      Set.of(
          "set",
          "foreach",
          "if",
          "elseif",
          "parse",
          "include",
          "evaluate",
          "macro",
          "define",
          "end",
          "else",
          "stop",
          "break");
  private static final String WHY = "the engine evaluates it, and expressions reach its objects";

  private final String text;
  private final int from;
  private final int to;
  private final Findings out;

  /** For one stretch. */
  public TemplateCheck(String text, int from, int to, Findings out) {
    this.text = text;
    this.from = from;
    this.to = to;
    this.out = out;
  }

  /** Looks at every sign that can start an expression. */
  public void check() {
    for (int i = from; i < to; i++) {
      switch (text.charAt(i)) {
        case '{' -> brace(i);
        case '$', '#', '*', '%', '@', '~' -> sign(i);
        case '<' -> less(i);
        case '[' -> bracket(i);
        case '\\', '&', '\uFF5B' -> encoded(i);
        default -> {}
      }
    }
  }

  private char at(int i) {
    return i < to ? text.charAt(i) : '\0';
  }

  private void brace(int i) {
    char next = at(i + 1);
    if (next == '{'
        || next == '%'
        || next == '#' && comment(i + 2)
        || next == '$' && named(i + 2)
        || next == '!' && at(i + 2) != '}') {
      bad(i, "an expression in {" + next);
    } else if (smarty(i)) {
      bad(i, "a tag of Smarty");
    }
  }

  /** Jinja's comment, or a block of Svelte; Markdown names headings in {@code {#name}}. */
  private boolean comment(int i) {
    int end = text.indexOf("#}", i);
    boolean block =
        text.startsWith("if ", i) || text.startsWith("each ", i) || text.startsWith("await ", i);
    return block || end >= 0 && end < Math.min(to, i + 500);
  }

  /** Thymeleaf's fragment: {@code ~{a :: b}}. */
  private boolean fragment(int i) {
    int end = text.indexOf("::", i);
    return end >= 0 && end < Math.min(to, i + 100);
  }

  private boolean smarty(int i) {
    for (String tag :
        new String[] {
          "php}",
          "literal}",
          "include ",
          "eval ",
          "fetch ",
          "math ",
          "if ",
          "foreach ",
          "system(",
          "exec(",
          "passthru(",
          "self::",
          "function ",
          "block "
        }) {
      if (text.regionMatches(true, i + 1, tag, 0, tag.length()) && text.indexOf('}', i) > 0) {
        return tag.endsWith("}")
            || tag.endsWith("(")
            || tag.endsWith(":")
            || smartyBody(i + tag.length() + 1);
      }
    }
    return false;
  }

  private boolean smartyBody(int i) {
    for (int j = i; j < Math.min(to, i + 100) && text.charAt(j) != '}'; j++) {
      if (text.charAt(j) == '$'
          || text.charAt(j) == '('
          || text.charAt(j) == '=' && at(j + 1) != '=') {
        return true;
      }
    }
    return false;
  }

  private void sign(int i) {
    char c = text.charAt(i);
    char next = at(i + 1);
    boolean opens =
        next == '{' && at(i + 2) != '}' && (c != '~' || fragment(i))
            || c == '$' && next == '!' && (at(i + 2) == '{' || named(i + 2));
    if (opens) {
      bad(i, "an expression in " + c + next);
    } else if (c == '#' && velocity(i + 1) || c == '#' && next == '[' && at(i + 2) == '[') {
      bad(i, "a directive of Velocity");
    } else if (c == '$' && member(i + 1)
        || c == '@' && (next == '(' || member(i + 1) && at(i + 1) < 'a')) {
      bad(i, "an expression with members");
    } else if (c == '@' && next == '*' && at(i + 2) == ' ' && text.startsWith("*@", i + 3)) {
      bad(i, "a comment of Razor");
    }
  }

  private boolean named(int i) {
    char c = at(i);
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' || c == '_';
  }

  private boolean velocity(int i) {
    int start = at(i) == '{' ? i + 1 : i;
    int end = start;
    while ((at(end) | 0x20) >= 'a' && (at(end) | 0x20) <= 'z') {
      end++;
    }
    int call = end;
    while (at(call) == ' ') {
      call++;
    }
    return VELOCITY.contains(text.substring(start, Math.min(end, to))) && at(call) == '(';
  }

  /** {@code $name.member(}, {@code $name.member.member}, {@code $name[}. */
  private boolean member(int i) {
    if (!named(i)) {
      return false;
    }
    int end = i;
    int dots = 0;
    while (end < to
        && (Character.isLetterOrDigit(at(end))
            || at(end) == '_'
            || at(end) == '.' && named(end + 1))) {
      dots += at(end) == '.' ? 1 : 0;
      end++;
    }
    return dots > 0 && (at(end) == '(' || at(end) == '[' || dots > 1)
        || at(end) == '['
        || at(end) == '(' && dots > 0;
  }

  private void less(int i) {
    char next = at(i + 1);
    boolean directive =
        next == '%'
            || next == '?'
            || (next == '#' || next == '@') && (named(i + 2) || at(i + 2) == '-')
            || next == '/' && (at(i + 2) == '#' || at(i + 2) == '@');
    boolean tag =
        text.regionMatches(true, i + 1, "jsp:", 0, 4)
            || text.regionMatches(true, i + 1, "c:", 0, 2)
            || text.regionMatches(true, i + 1, "esi:", 0, 4)
            || text.regionMatches(true, i + 1, "!--#", 0, 4)
            || text.regionMatches(true, i + 1, "th:", 0, 3)
            || text.regionMatches(true, i + 1, "cf", 0, 2) && named(i + 3);
    if (directive || tag) {
      bad(i, "a directive in <" + next);
    }
  }

  /** FreeMarker's square brackets and Thymeleaf's inlining. */
  private void bracket(int i) {
    char next = at(i + 1);
    boolean freemarker =
        (next == '#' || next == '@')
                && named(i + 2)
                && text.indexOf(']', i) > 0
                && at(i - 1 < from ? to : i - 1) != ']'
            || next == '=' && at(i + 2) != ']' && at(i + 2) != '=';
    boolean thymeleaf =
        (next == '[' || next == '(') && "$#*@~".indexOf(at(i + 2)) >= 0 && at(i + 3) == '{';
    if (freemarker || thymeleaf) {
      bad(i, "a directive in [" + next);
    }
  }

  /** Delimiters that something decodes before the engine reads them. */
  private void encoded(int i) {
    char next = at(i + 1);
    boolean escape = text.charAt(i) == '&' ? next == '#' : next == 'x' || next == 'u';
    if (!escape && text.charAt(i) != '\uFF5B') {
      return;
    }
    String written = text.substring(i, Math.min(to, i + 24));
    String plain = Compatible.of(Escapes.decode(written));
    boolean opens =
        plain.startsWith("{{")
            || plain.startsWith("${")
            || plain.startsWith("#{")
            || plain.startsWith("<%")
            || plain.startsWith("{%");
    if (opens && !written.startsWith(plain.substring(0, 2))) {
      bad(i, "an encoded expression");
    }
  }

  private void bad(int i, String what) {
    out.active("template.expression", i, Math.min(to, i + 2), Decision.REJECT, what, WHY);
  }
}
