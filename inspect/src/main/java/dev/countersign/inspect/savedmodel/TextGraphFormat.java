package dev.countersign.inspect.savedmodel;

import dev.countersign.inspect.Artefact;
import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.Format;
import dev.countersign.inspect.bytes.Broken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A graph written as text, which TensorFlow loads as well: {@code saved_model.pbtxt}. */
public final class TextGraphFormat implements Format {
  private static final int LARGEST = 64 << 20;
  private static final Pattern OPERATOR =
      Pattern.compile("\\bop\\s*+:\\s*+[\"']([\\w.>]{1,200})[\"']");
  private static final Pattern SAVED =
      Pattern.compile("\\b(?:node|meta_graphs|graph_def)\\s*+[:{]");

  @Override
  public String id() {
    return "tensorflow-text";
  }

  @Override
  public String title() {
    return "TensorFlow graph as text";
  }

  @Override
  public Set<String> endings() {
    return Set.of();
  }

  @Override
  public boolean recognises(Artefact artefact) throws IOException {
    return artefact.ending().equals("pbtxt")
        && SAVED.matcher(new String(artefact.head(), StandardCharsets.UTF_8)).find();
  }

  @Override
  public void inspect(Artefact artefact, Examination examination) throws Broken, IOException {
    if (artefact.length() > LARGEST) {
      throw new Broken(
          0,
          "a graph of %,d bytes, and at most %,d are read".formatted(artefact.length(), LARGEST));
    }
    examination.fact(ArtefactFact.FRAMEWORK, "TensorFlow");
    String text = new String(artefact.bytes().copy(0, LARGEST), StandardCharsets.ISO_8859_1);
    Set<String> told = new HashSet<>();
    Matcher operators = OPERATOR.matcher(text);
    while (operators.find()) {
      String operator = operators.group(1);
      if (told.add(operator)) {
        long at = operators.start(1);
        Operators.judge(operator)
            .ifPresent(rule -> examination.reportCall(rule, at, operator, operator));
      }
    }
  }
}
