package dev.countersign.model;

import dev.countersign.model.RandomSystem.Bare;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Writes a tree as YAML: in its own order, or in any order and style that means the same. */
final class YamlText {
  private final Optional<Random> style;
  private final StringBuilder out = new StringBuilder();

  private YamlText(Optional<Random> style) {
    this.style = style;
  }

  /** Block style, in the order of the tree. */
  static String of(Map<String, ?> tree) {
    return new YamlText(Optional.empty()).write(tree);
  }

  /** Keys and items in another order, flow and block style mixed, with comments. */
  static String shuffled(Map<String, ?> tree, Random random) {
    return new YamlText(Optional.of(random)).write(tree);
  }

  private String write(Map<String, ?> tree) {
    block(tree, 0);
    return out.toString();
  }

  private void block(Map<?, ?> map, int indent) {
    for (Map.Entry<?, ?> entry : ordered(map.entrySet())) {
      comment(indent);
      out.append(" ".repeat(indent)).append(entry.getKey()).append(':');
      if (entry.getValue() instanceof Map<?, ?> inner && !inner.isEmpty() && !chance()) {
        out.append('\n');
        block(inner, indent + 2);
      } else {
        out.append(' ');
        flow(entry.getValue());
        out.append('\n');
      }
    }
  }

  private void flow(Object value) {
    switch (value) {
      case Map<?, ?> map -> {
        out.append("{ ");
        String separator = "";
        for (Map.Entry<?, ?> entry : ordered(map.entrySet())) {
          out.append(separator).append(entry.getKey()).append(": ");
          flow(entry.getValue());
          separator = ", ";
        }
        out.append(" }");
      }
      case List<?> list -> {
        out.append('[');
        String separator = "";
        for (Object item : ordered(list)) {
          out.append(separator);
          flow(item);
          separator = ", ";
        }
        out.append(']');
      }
      case Bare bare -> out.append(bare.text());
      default -> quoted(value.toString());
    }
  }

  private void quoted(String text) {
    out.append('\'').append(text.replace("'", "''")).append('\'');
  }

  private void comment(int indent) {
    if (chance()) {
      out.append(" ".repeat(indent)).append("# a comment: nothing else\n");
    }
  }

  private boolean chance() {
    return style.map(random -> random.nextInt(3) == 0).orElse(false);
  }

  private <T> List<T> ordered(Collection<T> values) {
    List<T> ordered = new ArrayList<>(values);
    style.ifPresent(random -> Collections.shuffle(ordered, random));
    return ordered;
  }
}
