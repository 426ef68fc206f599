package dev.countersign.inspect.lightgbm;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import dev.countersign.inspect.bytes.Cursor;
import dev.countersign.inspect.payload.Payload;
import dev.countersign.inspect.payload.Payloads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Models of LightGBM, as {@code save_model} writes them. */
public final class LightgbmFormat implements Format {
  private static final int LONGEST_LINE = 32 << 20;
  private static final int LONGEST_TEXT = 4_096;

  @Override
  public String id() {
    return "lightgbm";
  }

  @Override
  public String title() {
    return "LightGBM";
  }

  @Override
  public Set<String> endings() {
    return Set.of("lgb", "lgbm", "lightgbm");
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return artefact.startsWith("tree\nversion=") || artefact.startsWith("tree\r\nversion=");
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    if (!recognises(artefact)) {
      throw new Broken(0, "no line \"tree\" and version");
    }
    Cursor in = new Cursor(artefact.bytes());
    String sizes = "";
    Optional<LightgbmTree> tree = Optional.empty();
    long start = 0;
    int trees = 0;
    while (in.more()) {
      long at = in.position();
      String line = line(in);
      if (line.startsWith("Tree=") || line.equals("end of trees")) {
        close(tree, trees - 1, start, examination);
        start = at;
        tree = line.startsWith("Tree=") ? Optional.of(new LightgbmTree()) : Optional.empty();
        trees += tree.isPresent() ? 1 : 0;
      }
      sizes = line.startsWith("tree_sizes=") ? line.substring(11) : sizes;
      value(line, tree, at, examination);
    }
    close(tree, trees - 1, start, examination);
    sizes(sizes.strip(), trees, artefact.length(), examination);
    examination.fact(ArtefactFact.FRAMEWORK, "LightGBM");
  }

  private static void value(
      String line, Optional<LightgbmTree> tree, long at, Examination examination) {
    int equals = line.indexOf('=');
    if (equals > 0 && tree.isPresent()) {
      tree.get().put(line.substring(0, equals), line.substring(equals + 1));
    }
    if (equals > 0) {
      fact(line.substring(0, equals), line.substring(equals + 1), examination);
    }
    if (line.length() < LONGEST_TEXT && line.length() > 12 && !line.matches("[\\w=. +:<>-]*")) {
      Payloads.in(line)
          .filter(payload ->
              payload.kind() != Payload.Kind.LINK && payload.kind() != Payload.Kind.INJECTION)
          .ifPresent(payload -> examination.report(LightgbmRules.PAYLOAD, at, payload.excerpt()));
    }
  }

  private static void fact(String key, String value, Examination examination) {
    switch (key) {
      case "version" -> examination.fact(ArtefactFact.FORMAT_VERSION, value);
      case "objective" -> examination.fact(ArtefactFact.TASK, value);
      case "feature_names" -> examination.fact(ArtefactFact.FEATURES, value.replace(" ", ", "));
      default -> {}
    }
  }

  private static void close(
      Optional<LightgbmTree> tree, int place, long at, Examination examination) {
    tree.flatMap(LightgbmTree::wrong)
        .ifPresent(
            wrong -> examination.report(LightgbmRules.TREE, at, "tree " + place + ": " + wrong));
  }

  private static void sizes(String sizes, int trees, long length, Examination examination) {
    if (sizes.isEmpty()) {
      return;
    }
    String[] words = sizes.split("\\s+");
    for (String word : words) {
      if (!word.matches("\\d{1,15}") || Long.parseLong(word) > length) {
        examination.report(LightgbmRules.TREE, "tree_sizes: " + word + " of " + length + " bytes");
        return;
      }
    }
    if (words.length != trees) {
      examination.report(
          LightgbmRules.TREE, "%,d tree_sizes, and %,d trees".formatted(words.length, trees));
    }
  }

  private static String line(Cursor in) throws Broken, IOException {
    byte[] line;
    try {
      line = in.line(LONGEST_LINE);
    } catch (Broken last) {
      line = in.take(in.remaining(), LONGEST_LINE);
    }
    return new String(line, StandardCharsets.UTF_8).stripTrailing();
  }
}
