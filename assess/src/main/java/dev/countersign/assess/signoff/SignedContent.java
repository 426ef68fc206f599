package dev.countersign.assess.signoff;

import dev.countersign.assess.Verdict;
import dev.countersign.attest.trust.Role;
import dev.countersign.model.SystemModel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one person signs at one moment: the predicate of a sign-off. Written by {@link
 * SignOffStatement}; docs/sign-off.md says what each member means.
 *
 * @param role in which it is signed
 * @param signedAt when, to the second
 * @param asOf the day for which the system was judged
 * @param digest {@code sha256:…} of the system's meaning
 * @param verdict what the gate said
 * @param note what the signer wants to be read with it
 * @param despite why it is signed although the gate says no
 * @param register how every threat stood, also those that this does not sign
 * @param items what is signed
 * @param questions ids of all questions that are left open
 * @param evidence digests of the bytes that prove each control, by the control
 * @param rules names the version of the rules
 * @param catalogues the edition of each public catalogue, by its id
 * @param policy digest of what the organisation asks
 * @param trust digest of whose word counts
 * @param tool version of Countersign
 * @param snapshot the system as it was
 */
public record SignedContent(
    Role role,
    Instant signedAt,
    LocalDate asOf,
    String digest,
    Verdict verdict,
    Optional<String> note,
    Optional<String> despite,
    List<Listed> register,
    List<Item> items,
    List<String> questions,
    SortedMap<String, List<String>> evidence,
    String rules,
    SortedMap<String, String> catalogues,
    String policy,
    String trust,
    String tool,
    SystemModel snapshot) {
  public SignedContent {
    register = List.copyOf(register);
    items = List.copyOf(items);
    questions = List.copyOf(questions);
    evidence = Collections.unmodifiableSortedMap(new TreeMap<>(evidence));
    catalogues = Collections.unmodifiableSortedMap(new TreeMap<>(catalogues));
  }

  /** The id of the system that it is about. */
  public String system() {
    return snapshot.info().id();
  }

  /** One threat of the register. */
  public record Listed(String id, String rank, String state) {}
}
