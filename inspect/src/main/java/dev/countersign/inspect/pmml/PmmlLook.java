package dev.countersign.inspect.pmml;

import dev.countersign.inspect.ArtefactFact;
import dev.countersign.inspect.Examination;
import dev.countersign.inspect.payload.Payloads;
import dev.countersign.inspect.xml.XmlHandler;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** Looks through one document. For one document. */
final class PmmlLook implements XmlHandler {
  private static final int LONGEST_TEXT = 1 << 16;
  private static final int MOST_FACTS = 200;
  private static final Pattern CLASS = Pattern.compile("(?:[a-z_][\\w]*\\.){2,}[A-Z$_][\\w$]*");
  private static final Set<String> SCRIPTS =
      Set.of("script", "javascript", "groovy", "jython", "python");
  private static final Set<String> ELSEWHERE = Set.of("TableLocator", "Include", "include");

  private final Examination examination;
  private final Set<String> defined = new HashSet<>();
  private final StringJoiner features = new StringJoiner(", ");
  private final StringJoiner targets = new StringJoiner("; ");
  private int facts;
  private int extensions;
  private int read;

  PmmlLook(Examination examination) {
    this.examination = examination;
  }

  @Override
  public void begins(String name, Map<String, String> attributes, long at) {
    if (name.equals("Extension")) {
      extensions++;
    }
    if (SCRIPTS.contains(name.toLowerCase(Locale.ROOT))) {
      examination.report(PmmlRules.SCRIPT, at, name);
    }
    if (ELSEWHERE.contains(name)) {
      examination.report(PmmlRules.EXTERNAL, at, name + " " + attributes);
    }
    attributes.forEach((key, value) -> attribute(name + " " + key, value, at));
    fact(name, attributes);
    function(name, attributes, at);
  }

  private void attribute(String where, String value, long at) {
    if (value.length() > 8) {
      prose(where, value, at);
    }
  }

  private void function(String name, Map<String, String> attributes, long at) {
    if (name.equals("DefineFunction")) {
      defined.add(attributes.getOrDefault("name", ""));
    }
    String function = name.equals("Apply") ? attributes.getOrDefault("function", "") : "";
    if (CLASS.matcher(function).matches() && !defined.contains(function)) {
      examination.reportCall(PmmlRules.FUNCTION, at, function, function);
    }
  }

  private void fact(String name, Map<String, String> attributes) {
    switch (name) {
      case "PMML" ->
          examination.fact(ArtefactFact.FORMAT_VERSION, attributes.getOrDefault("version", ""));
      case "Application" ->
          examination.fact(
              ArtefactFact.PRODUCER,
              attributes.getOrDefault("name", "") + " " + attributes.getOrDefault("version", ""));
      case "MiningField" -> field(attributes);
      default -> model(name, attributes);
    }
  }

  private void field(Map<String, String> attributes) {
    String usage = attributes.getOrDefault("usageType", "active");
    if (facts++ < MOST_FACTS) {
      (usage.equals("active") ? features : targets).add(attributes.getOrDefault("name", ""));
    }
  }

  private void model(String name, Map<String, String> attributes) {
    if (attributes.containsKey("functionName") && name.matches("[A-Z]\\w+")) {
      examination.fact(ArtefactFact.ARCHITECTURE, name);
      examination.fact(ArtefactFact.TASK, attributes.getOrDefault("functionName", ""));
      examination.fact(ArtefactFact.NAME, attributes.getOrDefault("modelName", ""));
    }
  }

  @Override
  public void text(String text, long at) {
    if (extensions > 0 && read < LONGEST_TEXT) {
      read += text.length();
      prose("an extension", text, at);
    } else if (text.length() < 1000 && text.length() > 8) {
      prose("a text", text, at);
    }
  }

  @Override
  public void ends(String name) {
    if (name.equals("Extension")) {
      extensions--;
      read = 0;
    }
  }

  void tell() {
    examination.fact(ArtefactFact.FEATURES, features.toString());
    examination.fact(ArtefactFact.OUTPUTS, targets.toString());
  }

  private void prose(String where, String text, long at) {
    Payloads.in(text)
        .ifPresent(payload ->
            examination.report(
                PmmlRules.TEXT,
                at,
                "%s in %s: %s".formatted(payload.kind(), where, payload.excerpt())));
  }
}
