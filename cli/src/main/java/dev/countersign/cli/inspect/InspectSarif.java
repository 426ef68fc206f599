package dev.countersign.cli.inspect;

import dev.countersign.inspect.Finding;
import dev.countersign.inspect.Inspected;
import dev.countersign.inspect.Rule;
import dev.countersign.inspect.Verdict;
import dev.countersign.report.json.JsonText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/**
 * What was found as a SARIF 2.1.0 run. A place is a byte of a file (region.byteOffset, SARIF
 * 3.30.11) or, inside an archive, of a member that a logical location names.
 */
public final class InspectSarif {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final JsonGenerator json;

  private InspectSarif(JsonGenerator json) {
    this.json = json;
  }

  /**
   * The document.
   *
   * @param version of Countersign
   */
  public static String of(Results results, String version) {
    return JsonText.of(json -> new InspectSarif(json).write(results, version));
  }

  private record Result(Inspected file, Finding finding) {}

  private void write(Results results, String version) {
    json.writeStartObject();
    json.writeStringProperty("$schema", SCHEMA);
    json.writeStringProperty("version", "2.1.0");
    JsonText.objects(json, "runs", List.of(results), run -> run(run, version));
    json.writeEndObject();
  }

  private void run(Results results, String version) {
    List<Rule> rules = List.copyOf(InspectJson.rules(results));
    JsonText.object(
        json, "tool", () -> JsonText.object(json, "driver", () -> driver(version, rules)));
    JsonText.object(
        json, "automationDetails", () -> json.writeStringProperty("id", "countersign/inspect/"));
    List<Result> found =
        results.files().stream()
            .flatMap(file -> file.findings().stream().map(finding -> new Result(file, finding)))
            .toList();
    Map<String, Integer> places = places(rules);
    JsonText.objects(json, "results", found, result -> result(result, places));
    JsonText.object(
        json,
        "properties",
        () -> json.writeStringProperty("verdict", results.verdict().toString()));
  }

  private static Map<String, Integer> places(List<Rule> rules) {
    Map<String, Integer> places = new java.util.HashMap<>();
    for (Rule rule : rules) {
      places.put(rule.id(), places.size());
    }
    return places;
  }

  private void driver(String version, List<Rule> rules) {
    json.writeStringProperty("name", "Countersign");
    json.writeStringProperty("version", version);
    JsonText.objects(json, "rules", rules, this::rule);
  }

  private void rule(Rule rule) {
    json.writeStringProperty("id", rule.id());
    text("shortDescription", rule.title());
    text("fullDescription", rule.title() + " " + rule.atLoad());
    text("help", rule.fix());
    JsonText.object(
        json,
        "defaultConfiguration",
        () -> json.writeStringProperty("level", level(rule.verdict())));
    JsonText.object(
        json,
        "properties",
        () -> {
          List<String> tags = new ArrayList<>(List.of("security"));
          tags.addAll(rule.references());
          JsonText.strings(json, "tags", tags);
          json.writeStringProperty("security-severity", severity(rule.verdict()));
        });
  }

  private void result(Result result, Map<String, Integer> places) {
    Finding finding = result.finding();
    json.writeStringProperty("ruleId", finding.rule().id());
    json.writeNumberProperty("ruleIndex", places.getOrDefault(finding.rule().id(), -1));
    json.writeStringProperty("level", level(finding.rule().verdict()));
    text(
        "message",
        finding.subject().isBlank()
            ? finding.rule().title()
            : finding.rule().title() + " " + finding.subject());
    JsonText.objects(json, "locations", List.of(result), this::location);
  }

  private void location(Result result) {
    Finding finding = result.finding();
    JsonText.object(
        json,
        "physicalLocation",
        () -> {
          JsonText.object(
              json,
              "artifactLocation",
              () -> json.writeStringProperty("uri", uri(result.file().path())));
          if (finding.member().isEmpty() && finding.offset().isPresent()) {
            JsonText.object(
                json,
                "region",
                () -> {
                  json.writeNumberProperty("byteOffset", finding.offset().getAsLong());
                  json.writeNumberProperty("byteLength", 1);
                });
          }
        });
    if (!finding.member().isEmpty()) {
      JsonText.objects(json, "logicalLocations", List.of(finding), this::member);
    }
  }

  private void member(Finding finding) {
    String at = finding.offset().isPresent() ? "@" + finding.offset().getAsLong() : "";
    json.writeStringProperty("fullyQualifiedName", finding.member() + at);
    json.writeStringProperty("kind", "member");
  }

  private void text(String name, String value) {
    JsonText.object(json, name, () -> json.writeStringProperty("text", value));
  }

  private static String level(Verdict verdict) {
    return switch (verdict) {
      case CLEAN -> "note";
      case ERROR, SUSPICIOUS -> "warning";
      case MALICIOUS -> "error";
    };
  }

  /** As GitHub reads it: above 9.0 is critical, above 4.0 medium. */
  private static String severity(Verdict verdict) {
    return switch (verdict) {
      case CLEAN -> "0.0";
      case ERROR -> "4.0";
      case SUSPICIOUS -> "6.0";
      case MALICIOUS -> "9.5";
    };
  }

  private static String uri(String path) {
    return Stream.of(path.split("/", -1))
        .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }
}
