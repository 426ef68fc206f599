package dev.countersign.assess.signoff;

import dev.countersign.assess.change.Cause;
import dev.countersign.assess.change.SystemEdits;
import dev.countersign.assess.signoff.StaleCause.Sort;
import dev.countersign.derive.FactRef;
import dev.countersign.model.ElementKind;
import dev.countersign.model.SystemModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Why a signature no longer covers an item: the dependencies that differ, told as what somebody
 * edited where that is known. What only follows from an edit, such as another way in or another
 * rank, is told after it, and alone only where nothing else explains it.
 */
final class Staleness {
  /** How many edits elsewhere are named where none of them is about the item. */
  private static final int ELSEWHERE = 3;

  private final Basis basis;
  private final Since since;
  private final SystemEdits edits;

  Staleness(Basis basis, Since since) {
    this.basis = basis;
    this.since = since;
    this.edits = since.edits();
  }

  /**
   * The causes, what people did before what follows from it; at least one.
   *
   * @param was as signed, under the ids that elements have now
   * @param is as it is now
   */
  List<StaleCause> causes(Item was, Item is) {
    List<Difference> differences = differences(was, is);
    List<StaleCause> causes = new ArrayList<>();
    differences.forEach(difference -> causes.addAll(root(difference, is)));
    if (causes.isEmpty()) {
      causes.addAll(around(was, is));
      differences.stream().flatMap(d -> follows(d).stream()).forEach(causes::add);
    } else {
      differences.stream()
          .filter(difference -> difference.kind() == Dependency.Kind.RANK)
          .flatMap(d -> follows(d).stream())
          .forEach(causes::add);
    }
    since.review().ifPresent(day -> causes.add(review(day.toString())));
    if (causes.isEmpty()) {
      differences.forEach(difference -> causes.add(unexplained(difference)));
    }
    return distinct(causes);
  }

  /** Fails closed: what nobody has words for voids as well. */
  private static StaleCause unexplained(Difference difference) {
    return new StaleCause(
        Sort.FACT,
        difference.name(),
        "%s %s is %s now; it was %s."
            .formatted(
                difference.kind().word(),
                difference.name(),
                said(difference.now()),
                said(difference.was())));
  }

  private StaleCause review(String day) {
    return new StaleCause(
        Sort.CHECKPOINT,
        basis.system().info().id(),
        "Everything was to be reviewed by " + day + ", and that day has passed.");
  }

  private static List<StaleCause> distinct(List<StaleCause> causes) {
    Map<String, StaleCause> byText = new LinkedHashMap<>();
    causes.stream()
        .sorted(Comparator.comparing(StaleCause::sort))
        .forEach(cause -> byText.putIfAbsent(cause.text(), cause));
    return List.copyOf(byText.values());
  }

  private static List<Difference> differences(Item was, Item is) {
    Map<String, Dependency> before = byKey(was);
    Map<String, Dependency> after = byKey(is);
    Set<String> keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    return keys.stream()
        .map(key ->
            new Difference(
                Optional.ofNullable(before.get(key)), Optional.ofNullable(after.get(key))))
        .filter(Difference::differs)
        .toList();
  }

  private static Map<String, Dependency> byKey(Item item) {
    Map<String, Dependency> byKey = new TreeMap<>();
    item.dependencies().forEach(dependency -> byKey.put(dependency.key(), dependency));
    return byKey;
  }

  /** What somebody did, or a day that passed; nothing where it only follows from something else. */
  private List<StaleCause> root(Difference difference, Item is) {
    return switch (difference.kind()) {
      case ELEMENT -> edited(difference.name()).stream().toList();
      case FACT -> fact(difference);
      case ARTEFACT -> artefact(difference).stream().toList();
      case RULE -> new RuleCauses(basis.catalogue()).of(difference);
      case ANSWER, CONTROL, EVIDENCE, POLICY -> new AnswerCauses(basis, is).of(difference);
      case DECISION -> decision(difference).stream().toList();
      case PATH, RANK -> List.of();
    };
  }

  /** An element that came or went; one that only joined a group did neither. */
  private Optional<StaleCause> edited(String element) {
    return edits.of(element).map(cause -> new StaleCause(Sort.ELEMENT, element, cause.text()));
  }

  /** What joined a list may be new itself, and is then what somebody added. */
  private List<StaleCause> fact(Difference difference) {
    String element = difference.element();
    String key = difference.name().substring(0, difference.name().indexOf('@'));
    Optional<StaleCause> edit =
        edits
            .of(new FactRef(element, key))
            .map(cause -> new StaleCause(sort(element, Sort.FACT), cause.subject(), cause.text()))
            .or(() -> edited(element));
    return Stream.concat(
            edit.stream(),
            Stream.concat(difference.come().stream(), difference.gone().stream())
                .flatMap(id -> edited(id).stream()))
        .toList();
  }

  private Sort sort(String element, Sort otherwise) {
    return is(element, ElementKind.FLOW) ? Sort.FLOW : otherwise;
  }

  private boolean is(String element, ElementKind kind) {
    return basis.system().element(element).filter(found -> found.kind() == kind).isPresent();
  }

  /** Bytes that are read now and were not, or the other way round, follow from another way in. */
  private Optional<StaleCause> artefact(Difference difference) {
    String element = difference.element();
    if (difference.before().isEmpty() || difference.after().isEmpty()) {
      return edited(element);
    }
    boolean model = is(element, ElementKind.MODEL);
    String was = brief(difference.was());
    String now = brief(difference.now());
    return Optional.of(
        new StaleCause(
            model ? Sort.RETRAINED : Sort.DATA,
            element,
            difference.now().contains(Artefacts.ABSENT)
                ? "The files of " + element + " are not there; " + was + " was signed."
                : (model ? "The model " : "The data of ")
                    + element
                    + (model ? " was retrained or replaced" : " changed")
                    + ": its files are "
                    + now
                    + ", and "
                    + was
                    + " was signed."));
  }

  private static String brief(List<String> digest) {
    String text = String.join(", ", digest);
    int most = "sha256:".length() + 12;
    return text.length() > most ? text.substring(0, most) + "…" : text;
  }

  /** Of an accepted risk, what the decisions say; which it reaches follows from facts. */
  private Optional<StaleCause> decision(Difference difference) {
    if (difference.name().isEmpty()) {
      return Optional.empty();
    }
    String key = difference.name().substring(0, difference.name().indexOf('@'));
    return edits
        .of(new FactRef(difference.element(), key))
        .map(cause -> new StaleCause(Sort.DECISION, cause.subject(), cause.text()));
  }

  /** Edits of what the item stands on that no dependency shows; else the few that there are. */
  private List<StaleCause> around(Item was, Item is) {
    Set<String> elements = new TreeSet<>(is.elements());
    elements.addAll(was.elements());
    List<StaleCause> near =
        edits.all().stream()
            .filter(cause -> elements.contains(elementOf(cause)))
            .flatMap(cause -> Stream.concat(Stream.of(stale(cause)), joined(cause)))
            .toList();
    return near.isEmpty() && edits.all().size() <= ELSEWHERE
        ? edits.all().stream().map(this::stale).toList()
        : near;
  }

  /** Elements that are named for the first time, or no longer, and came or went themselves. */
  private Stream<StaleCause> joined(Cause cause) {
    String element = elementOf(cause);
    String key = cause.subject().split("@", 2)[0];
    List<String> was = refs(edits.before(), element, key);
    List<String> is = refs(basis.system(), element, key);
    return Stream.concat(
            is.stream().filter(id -> !was.contains(id)),
            was.stream().filter(id -> !is.contains(id)))
        .flatMap(id -> edited(id).stream());
  }

  private static List<String> refs(SystemModel system, String element, String key) {
    return system.element(element).map(found -> found.refs(key)).orElse(List.of());
  }

  private static String elementOf(Cause cause) {
    return cause.subject().substring(cause.subject().indexOf('@') + 1);
  }

  private StaleCause stale(Cause cause) {
    Sort sort = cause.sort() == Cause.Sort.ELEMENT ? Sort.ELEMENT : Sort.FACT;
    return new StaleCause(sort(elementOf(cause), sort), cause.subject(), cause.text());
  }

  private Optional<StaleCause> follows(Difference difference) {
    String name = difference.name();
    return switch (difference.kind()) {
      case PATH ->
          Optional.of(
              new StaleCause(
                  Sort.FLOW,
                  name,
                  "It comes in by %s now; it came in by %s."
                      .formatted(way(difference.now()), way(difference.was()))));
      case RANK ->
          Optional.of(
              new StaleCause(
                  Sort.RANK,
                  name,
                  "It ranks %s now; it ranked %s."
                      .formatted(said(difference.now()), said(difference.was()))));
      case DECISION -> Optional.of(reaches(difference));
      case ELEMENT -> Optional.of(shares(difference));
      case FACT, ARTEFACT -> Optional.of(standsOn(difference));
      case RULE, ANSWER, CONTROL, EVIDENCE, POLICY -> Optional.empty();
    };
  }

  private static StaleCause reaches(Difference difference) {
    return new StaleCause(
        Sort.DECISION,
        difference.name(),
        "It reaches %s now; it reached %s."
            .formatted(said(difference.now()), said(difference.was())));
  }

  private static StaleCause shares(Difference difference) {
    String element = difference.name();
    return new StaleCause(
        Sort.ELEMENT,
        element,
        difference.after().isPresent()
            ? element + " shares this threat now."
            : element + " no longer shares this threat.");
  }

  private static StaleCause standsOn(Difference difference) {
    String name = difference.name().replace("@", " of ");
    return new StaleCause(
        Sort.FACT,
        difference.name(),
        difference.after().isPresent()
            ? "It stands on " + name + " now and did not."
            : "It no longer stands on " + name + ".");
  }

  private static String way(List<String> path) {
    return path.isEmpty() ? "no way" : String.join(" → ", path);
  }

  private static String said(List<String> values) {
    return values.isEmpty() ? "nothing" : String.join(", ", values);
  }
}
