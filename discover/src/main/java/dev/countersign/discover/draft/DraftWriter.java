package dev.countersign.discover.draft;

import dev.countersign.discover.Where;
import dev.countersign.model.ElementKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a draft as YAML: sections in the order of a reader's questions, each line with its place.
 */
public final class DraftWriter {
  private static final int COMMENT = 44;
  private static final int RULE = 104;
  private static final int LONGEST_FLOW = 84;

  private final Draft draft;
  private final String prefix;
  private final StringBuilder out = new StringBuilder();

  private DraftWriter(Draft draft, String prefix) {
    this.draft = draft;
    this.prefix = prefix;
  }

  /**
   * The text of the file.
   *
   * @param prefix stands before every path, so that paths are relative to where the file lies;
   *     empty where it lies in the root of what was looked at
   */
  public static String write(Draft draft, String prefix) {
    return new DraftWriter(draft, prefix).write();
  }

  private String write() {
    head();
    rule("who acts");
    out.append(Skeleton.ACTORS);
    part("what the models are made of", ElementKind.DATASET, ElementKind.MODEL, ElementKind.STORE);
    part("what a model gets to read", ElementKind.PROMPT, ElementKind.CORPUS, ElementKind.MEMORY);
    part("what a model can do", ElementKind.TOOL, ElementKind.MCP_SERVER);
    part("what runs", ElementKind.COMPONENT);
    rule("what its output does in the world");
    out.append(Skeleton.DECISIONS);
    return out.toString();
  }

  private void head() {
    out.append(Skeleton.MODELINE);
    out.append(
        "# A draft of a threat model, made by `countersign init` from the files of this"
            + " repository.\n");
    out.append(
        "# Each line says where it was found. What no file shows is left out: `countersign check`"
            + " asks.\n");
    out.append(
        "# Correct what is wrong, answer what is asked, and remove these comments as you go.\n");
    out.append("countersign: 1\n\nsystem:\n");
    line("  id: " + draft.id(), "a short name, unique in your organisation");
    String purpose = "  purpose: " + Scalars.value(draft.purpose());
    String from =
        draft
            .purposeFrom()
            .map(Where::toString)
            .map(at -> "found in " + at)
            .orElse("no file says it: replace this sentence");
    out.append("  # ").append(Scalars.comment(from)).append('\n').append(purpose).append('\n');
  }

  private void part(String title, ElementKind... kinds) {
    boolean any = false;
    for (ElementKind kind : kinds) {
      any |= !draft.of(kind).isEmpty() || !draft.leftOut(kind).isEmpty();
    }
    if (any) {
      rule(title);
      for (ElementKind kind : kinds) {
        section(kind);
      }
    }
  }

  private void section(ElementKind kind) {
    if (!draft.of(kind).isEmpty()) {
      out.append('\n').append(kind.section()).append(":\n");
      draft.of(kind).forEach(this::element);
    }
    for (String sentence : draft.leftOut(kind)) {
      out.append(draft.of(kind).isEmpty() ? "\n# " : "  # ")
          .append(Scalars.comment(sentence))
          .append('\n');
    }
  }

  private void element(DraftElement element) {
    String flow = "  " + element.id() + ": " + flow(element);
    if (isFromOnePlace(element) && flow.length() <= LONGEST_FLOW) {
      line(flow, comment(element.where(), element.note()));
      return;
    }
    line("  " + element.id() + ":", comment(element.where(), element.note()));
    String open = "";
    for (DraftFact fact : element.facts()) {
      open = fact(fact, open);
    }
  }

  /** Whether one comment says it for the element and all of its facts. */
  private static boolean isFromOnePlace(DraftElement element) {
    return element.facts().stream()
        .allMatch(fact ->
            fact.note().isEmpty()
                && fact.key().indexOf('.') < 0
                && fact.values().stream().allMatch(v -> v.where().equals(element.where())));
  }

  private String flow(DraftElement element) {
    return element.facts().isEmpty()
        ? "{}"
        : element.facts().stream()
            .map(fact -> fact.key() + ": " + values(fact))
            .collect(Collectors.joining(", ", "{ ", " }"));
  }

  /** Writes a fact; a key with a dot is nested. Returns the map that stays open. */
  private String fact(DraftFact fact, String open) {
    int dot = fact.key().indexOf('.');
    String outer = dot < 0 ? "" : fact.key().substring(0, dot);
    if (!outer.isEmpty() && !outer.equals(open)) {
      out.append("    ").append(outer).append(":\n");
    }
    String key = (outer.isEmpty() ? "    " : "      ") + fact.key().substring(dot + 1) + ":";
    String content = key + " " + values(fact);
    if (fact.list()
        && fact.values().size() > 1
        && (content.length() > COMMENT || places(fact) > 2)) {
      line(key, fact.note());
      fact.values().forEach(v -> line("      - " + value(fact, v), comment(v.where(), "")));
    } else {
      line(content, comment(fact, places(fact)));
    }
    return outer;
  }

  private static long places(DraftFact fact) {
    return fact.values().stream().map(DraftFact.Value::where).distinct().count();
  }

  private String values(DraftFact fact) {
    List<String> values = fact.values().stream().map(v -> value(fact, v)).toList();
    return fact.list()
        ? values.stream().collect(Collectors.joining(", ", "[", "]"))
        : values.getFirst();
  }

  private String value(DraftFact fact, DraftFact.Value value) {
    return Scalars.value((fact.key().equals("files") ? prefix : "") + value.text());
  }

  private static String comment(DraftFact fact, long places) {
    Optional<Where> second = places > 1 ? fact.values().getLast().where() : Optional.empty();
    String more = second.map(where -> " and " + where).orElse("");
    String first = comment(fact.where(), more.isEmpty() ? fact.note() : "");
    return more.isEmpty() || fact.note().isEmpty()
        ? first + more
        : first + more + ": " + fact.note();
  }

  private static String comment(Optional<Where> where, String note) {
    String place = where.map(at -> "found in " + at).orElse("");
    return place.isEmpty() || note.isEmpty() ? place + note : place + ": " + note;
  }

  private void line(String content, String comment) {
    out.append(content);
    if (!comment.isEmpty()) {
      out.repeat(' ', Math.max(2, COMMENT - content.length()));
      out.append("# ").append(Scalars.comment(comment));
    }
    out.append('\n');
  }

  private void rule(String title) {
    String start = "\n# --- " + title + " ";
    out.append(start).repeat('-', Math.max(3, RULE - start.length())).append("\n");
  }
}
