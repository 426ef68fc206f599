package dev.countersign.provenance.croissant;

import dev.countersign.provenance.Description;
import dev.countersign.provenance.Labels;
import dev.countersign.provenance.Source;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a Croissant file tells of a dataset, in the words of our statement. */
public final class CroissantFacts {
  private static final Pattern SPDX =
      Pattern.compile("https?://(?:www\\.)?spdx\\.org/licenses/([A-Za-z0-9.+-]+?)(?:\\.html)?");

  private CroissantFacts() {}

  /** The description; what Croissant does not say is empty. */
  public static Description of(Croissant croissant) {
    Source source = new Source(croissant.name(), croissant.url(), "");
    return new Description(
        List.of(source),
        joined(croissant, "dataCollection", "dataCollectionType"),
        List.of(),
        labels(croissant),
        croissant.licences().stream().findFirst().map(CroissantFacts::licence),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  private static Optional<Labels> labels(Croissant croissant) {
    return joined(croissant, "dataAnnotationProtocol", "dataAnnotationAnalysis")
        .map(how -> new Labels(how, by(croissant)));
  }

  private static List<String> by(Croissant croissant) {
    return Stream.of("dataAnnotationPlatform", "machineAnnotationTools", "annotatorDemographics")
        .flatMap(property -> croissant.responsible(property).stream())
        .toList();
  }

  private static Optional<String> joined(Croissant croissant, String... properties) {
    List<String> said =
        Stream.of(properties)
            .flatMap(property -> croissant.responsible(property).stream())
            .toList();
    return said.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", said));
  }

  private static String licence(String given) {
    var spdx = SPDX.matcher(given);
    return spdx.matches() ? spdx.group(1) : given;
  }
}
