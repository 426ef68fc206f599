package dev.countersign.attest.oms;

import dev.countersign.attest.Verification.Admitted;
import dev.countersign.attest.Verification.Reason;
import dev.countersign.attest.hash.FileRange;
import dev.countersign.attest.hash.FileToHash;
import dev.countersign.attest.hash.HashedFile;
import dev.countersign.attest.oms.OmsVerification.Refused;
import dev.countersign.attest.oms.OmsVerification.Verified;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A manifest that somebody signed whom the policy admits, to be compared with a model. */
final class SignedModel {
  private static final String SINGLE = ".";
  private static final int NAMED = 5;

  private final Admitted admitted;
  private final OmsManifest manifest;
  private final Map<String, List<FileRange>> expected;
  private final List<String> notes;

  SignedModel(Admitted admitted, OmsManifest manifest, List<String> notes) throws MalformedOms {
    this.admitted = admitted;
    this.manifest = manifest;
    expected = ShardCover.byFile(manifest);
    this.notes = new ArrayList<>(admitted.notes());
    this.notes.addAll(notes);
  }

  OmsVerification judge(Path model, Path bundle, Scope scope, Hashing hashing)
      throws IOException, InterruptedException {
    try {
      return compare(list(model, bundle, scope), scope, hashing);
    } catch (UnfitModel unfit) {
      return Refused.of(
          Reason.ABOUT_SOMETHING_ELSE,
          String.join(" ", unfit.problems()),
          "Put the model back as it was signed.");
    }
  }

  private ModelFiles list(Path model, Path bundle, Scope scope) throws IOException, UnfitModel {
    Symlinks links = scope.links(manifest.serialization());
    if (scope.unsigned()) {
      return ModelFiles.named(model, List.copyOf(expected.keySet()), links);
    }
    IgnoredPaths ignored =
        IgnoredPaths.usual().and(manifest.serialization().ignorePaths()).and(scope.ignored());
    return ModelFiles.all(
        model, Files.isDirectory(model) ? ignored.andFile(model, bundle) : ignored, links);
  }

  private OmsVerification compare(ModelFiles found, Scope scope, Hashing hashing)
      throws IOException, InterruptedException {
    boolean shards = manifest.serialization().shardSize().isPresent();
    Comparison comparison = new Comparison(shards);
    List<FileToHash> toHash = new ArrayList<>();
    int empty = 0;
    for (FileToHash file : found.files()) {
      if (expected.containsKey(signedName(found, file))) {
        toHash.add(file);
      } else if (shards && file.bytes() == 0) {
        empty++;
      } else if (!scope.unsigned()) {
        comparison.unsigned(file.name());
      }
    }
    missing(found, comparison);
    List<HashedFile> hashed = hashing.hash(toHash, manifest.serialization());
    for (int i = 0; i < hashed.size(); i++) {
      comparison.compare(hashed.get(i), expectedOf(signedName(found, toHash.get(i))));
    }
    return comparison.differences().isEmpty()
        ? verified(found, hashed, empty, scope)
        : different(comparison.differences());
  }

  private List<FileRange> expectedOf(String name) {
    return expected.getOrDefault(name, List.of());
  }

  /** Early versions called the one file of a model ".". */
  private String signedName(ModelFiles found, FileToHash file) {
    return found.single() && expected.containsKey(SINGLE) ? SINGLE : file.name();
  }

  private void missing(ModelFiles found, Comparison comparison) {
    List<String> there = new ArrayList<>();
    found.files().forEach(file -> there.add(signedName(found, file)));
    Set<String> names = new HashSet<>(there);
    expected.forEach((name, ranges) -> {
      if (!names.contains(name)) {
        comparison.missing(name, ranges);
      }
    });
  }

  private Verified verified(ModelFiles found, List<HashedFile> hashed, int empty, Scope scope) {
    List<String> all = new ArrayList<>(notes);
    List<String> beside =
        found.passedOver().stream().filter(path -> !path.endsWith(".sig")).toList();
    if (!beside.isEmpty()) {
      all.add("Not covered by the signature, but there: %s.".formatted(names(beside)));
    }
    if (scope.unsigned()) {
      all.add("Files that were not signed were not looked at.");
    }
    if (empty > 0) {
      all.add(
          "There are %d empty files, which a signature over shards does not list."
              .formatted(empty));
    }
    long bytes = hashed.stream().mapToLong(HashedFile::bytes).sum();
    return new Verified(admitted.by(), manifest, admitted.digest(), hashed.size(), bytes, all);
  }

  private Refused different(List<Difference> differences) {
    int shown = Math.min(Refused.MOST, differences.size());
    return new Refused(
        Reason.ABOUT_SOMETHING_ELSE,
        "The model is not what %s signed: %s.".formatted(admitted.by().name(), counts(differences)),
        differences.subList(0, shown),
        differences.size() - shown,
        "Get the model again from where it was signed; if it was meant to change, have it signed"
            + " again.");
  }

  private static String counts(List<Difference> differences) {
    List<String> parts = new ArrayList<>();
    count(differences, Difference.Kind.CHANGED, "changed", parts);
    count(differences, Difference.Kind.MISSING, "missing", parts);
    count(differences, Difference.Kind.UNSIGNED, "not signed", parts);
    return String.join(", ", parts);
  }

  private static void count(
      List<Difference> differences, Difference.Kind kind, String word, List<String> parts) {
    long number = differences.stream().filter(difference -> difference.kind() == kind).count();
    if (number > 0) {
      parts.add(number + " " + word);
    }
  }

  private static String names(List<String> paths) {
    String first = String.join(", ", paths.subList(0, Math.min(NAMED, paths.size())));
    return paths.size() > NAMED ? first + " and " + (paths.size() - NAMED) + " more" : first;
  }
}
