package dev.countersign.cli.explain;

import dev.countersign.assess.Checked;
import dev.countersign.model.ElementKind;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks an id up everywhere; in the systems at hand first, since that is what people mean. */
final class Topics {
  private Topics() {}

  static Stream<Topic> of(String id, Sources sources) {
    return Stream.concat(
        sources.systems().stream().flatMap(system -> inSystem(id, system, sources)),
        Stream.of(
                sources.knowledge().family(id).map(it -> (Topic) new FamilyTopic(it, sources)),
                sources.knowledge().control(id).map(it -> (Topic) new ControlTopic(it, sources)),
                sources.catalogues().find(id).map(it -> (Topic) new CitationTopic(it, sources)),
                FindingRule.of(id).map(it -> (Topic) new FindingRuleTopic(it, sources)),
                kind(id).map(it -> (Topic) new KindTopic(it)),
                FormTopic.of(id))
            .flatMap(Optional::stream));
  }

  /** Every id that a system gives. */
  static Stream<String> ids(Checked system) {
    return Stream.of(
            system.assessment().threats().stream().flatMap(t -> t.threat().ids().stream()),
            system.assessment().questions().stream().map(question -> question.id()),
            system.assessment().findings().stream().map(finding -> finding.id()),
            system.assessment().controls().keySet().stream(),
            system.assessment().system().elements().keySet().stream(),
            Stream.of(system.id()))
        .flatMap(ids -> ids);
  }

  private static Stream<Topic> inSystem(String id, Checked system, Sources sources) {
    return Stream.of(
            Optional.of(system)
                .filter(it -> it.id().equals(id))
                .map(it -> (Topic) new SystemTopic(it)),
            system.threat(id).map(it -> (Topic) new ThreatTopic(it, system, sources)),
            Optional.ofNullable(system.assessment().controls().get(id))
                .map(it -> (Topic) new ClaimTopic(it, system)),
            system.assessment().questions().stream()
                .filter(question -> question.id().equals(id))
                .findFirst()
                .map(it -> (Topic) new QuestionTopic(it, system)),
            system.assessment().findings().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .map(it -> (Topic) new FindingTopic(it)),
            system
                .assessment()
                .system()
                .element(id)
                .map(it -> (Topic) new ElementTopic(it, system)))
        .flatMap(Optional::stream);
  }

  private static Optional<ElementKind> kind(String word) {
    return Stream.of(ElementKind.values())
        .filter(kind -> kind.word().equals(word) || kind.section().equals(word))
        .findFirst();
  }
}
