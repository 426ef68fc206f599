package dev.countersign.assess.evidence;

import dev.countersign.assess.evidence.EvidenceResult.Refuted;
import dev.countersign.attest.hash.HashedFile;
import dev.countersign.attest.trust.Role;
import dev.countersign.model.ControlClaim.Evidence;
import dev.countersign.model.Element;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Evidence of kind {@code ai-bom}: a bill of materials that lists the element and, by digest, every
 * file of it that is in use now; of a component, every file of the models that it runs.
 */
public final class AiBomVerifier implements EvidenceVerifier {
  private static final String KIND = "ai-bom";
  private static final String ROLE = "role";
  private static final String FORM = "ai-bom: FILE, or { file: FILE, role: ci } where it is signed";

  /** How many files a message names. */
  private static final int SHOWN = 20;

  /** Made by {@link java.util.ServiceLoader}. */
  public AiBomVerifier() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public EvidenceResult verify(Evidence evidence, Context context) {
    Offer offer = new Offer(evidence, context);
    Optional<Refuted> wrong =
        offer.malformed(FORM, Set.of(ROLE)).or(() -> noRole(offer)).or(offer::noElement);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    return switch (BillFile.read(offer, Role.of(offer.argument(ROLE)), command(offer))) {
      case BillFile.Bad(var detail, var next) -> offer.refuted(detail, next);
      case BillFile.Good good -> judge(offer, good);
    };
  }

  private static Optional<Refuted> noRole(Offer offer) {
    String word = offer.argument(ROLE);
    return word.isBlank() || Role.of(word).isPresent()
        ? Optional.empty()
        : Optional.of(
            offer.refuted(
                word + " is no role.",
                "Choose one of "
                    + String.join(", ", Stream.of(Role.values()).map(Role::word).toList())
                    + "."));
  }

  private static EvidenceResult judge(Offer offer, BillFile.Good bill) {
    try {
      String id = offer.context().claim().element();
      if (!bill.entries().names(id)) {
        return offer.refuted("%s does not list %s.".formatted(offer.shown(), id), command(offer));
      }
      List<HashedFile> files = FilesInUse.of(offer, inUse(offer.context().element().orElseThrow()));
      List<String> wrong =
          files.stream().flatMap(file -> doubt(bill.entries(), file).stream()).toList();
      return wrong.isEmpty()
          ? verified(offer, bill, files)
          : offer.refuted(
              "%s does not list what is in use: %s.".formatted(offer.shown(), told(wrong)),
              "If the bytes are right, have the bill made again: " + command(offer));
    } catch (IOException unreadable) {
      return offer.refuted(
          "The files of " + offer.context().claim().element() + " cannot be read.",
          "Make them readable to whoever runs the check.");
    }
  }

  private static Optional<String> doubt(BillEntries bill, HashedFile file) {
    if (bill.has(file.digest())) {
      return Optional.empty();
    }
    return Optional.of(
        bill.listedFor(file.name())
            .map(listed ->
                "%s has changed (listed with sha256 %s, found %s)"
                    .formatted(file.name(), listed, file.digest()))
            .orElseGet(() -> "%s is missing (sha256 %s)".formatted(file.name(), file.digest())));
  }

  private static String told(List<String> wrong) {
    int more = wrong.size() - SHOWN;
    return String.join("; ", wrong.subList(0, Math.min(SHOWN, wrong.size())))
        + (more > 0 ? "; and " + more + " more" : "");
  }

  private static EvidenceResult verified(Offer offer, BillFile.Good bill, List<HashedFile> files) {
    Map<String, String> digests = new TreeMap<>();
    files.forEach(file -> digests.put(file.name(), "sha256:" + file.digest()));
    String what =
        files.isEmpty()
            ? "lists " + offer.context().claim().element() + ", which has no files to compare"
            : "lists %s with %s as %s now"
                .formatted(
                    offer.context().claim().element(),
                    files.size() == 1 ? "its file" : "all its " + files.size() + " files",
                    files.size() == 1 ? "it is" : "they are");
    String detail = "%s (%s) %s.".formatted(offer.shown(), bill.entries().format(), what);
    return bill.by()
        .<EvidenceResult>map(
            by -> offer.verified(detail + " " + by.name() + " signed it.", digests, by))
        .orElseGet(() -> new EvidenceResult.Verified(KIND, detail, digests, List.of(), List.of()));
  }

  /** A component answers for the models that it runs. */
  private static List<String> inUse(Element element) {
    return Stream.concat(Stream.of(element.id()), element.refs("runs").stream())
        .distinct()
        .toList();
  }

  private static String command(Offer offer) {
    return "countersign bom %s --out %s"
        .formatted(ShellWord.of(offer.context().system().file()), offer.word());
  }
}
