package dev.countersign.cli.provenance;

import dev.countersign.cli.console.Refused;
import dev.countersign.model.Repository;
import dev.countersign.provenance.Manifest;
import dev.countersign.provenance.follow.Followed;
import dev.countersign.provenance.follow.Following;
import dev.countersign.provenance.follow.Found;
import dev.countersign.provenance.pointer.Claim;
import dev.countersign.provenance.record.Recorder;
import dev.countersign.provenance.record.RecordingFailed;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the files of a dataset. Pointer files are followed to the data that they stand for and
 * never taken for it.
 *
 * @param manifest what was found
 * @param unseen names of files of which only a pointer of Git LFS is here
 * @param notes what a reader should know, a sentence each
 */
public record Recording(Manifest manifest, List<String> unseen, List<String> notes) {
  /** How many names a message lists. */
  private static final int LISTED = 5;

  public Recording {
    unseen = List.copyOf(unseen);
    notes = List.copyOf(notes);
  }

  /**
   * Reads them.
   *
   * @param name of the dataset
   * @param recorder of an absolute folder, that names are relative to
   * @throws Refused if a file cannot be read, a pointer cannot be followed, or there is no file
   */
  public static Recording of(String name, Recorder recorder) {
    try {
      var read = recorder.record(name);
      Followed followed = Following.follow(read, recorder, Repository.rootOf(recorder.root()));
      refuseBroken(followed);
      refuseAbsent(followed);
      if (followed.files().isEmpty()) {
        throw new Refused(
            "there is no such file below "
                + Shown.path(recorder.root())
                + ". Name files, folders or globs, or the folder they are relative to: --root DIR");
      }
      List<String> unseen =
          followed.all(Found.Claimed.class).stream().map(Found.Claimed::name).toList();
      return new Recording(Manifest.of(name, followed.entries()), unseen, notes(followed, unseen));
    } catch (RecordingFailed failed) {
      throw new Refused(failed.getMessage() + " Nothing was written.");
    }
  }

  private static void refuseBroken(Followed followed) {
    for (Found.Behind behind : followed.all(Found.Behind.class)) {
      Claim claim = behind.claim();
      behind
          .broken()
          .ifPresent(how -> {
            throw new Refused(
                "%s %s (%s). Fetch it anew: %s pull"
                    .formatted(behind.name(), how, Shown.path(claim.pointer()), claim.tool()));
          });
    }
  }

  private static void refuseAbsent(Followed followed) {
    List<Found.Absent> absent = followed.all(Found.Absent.class);
    if (!absent.isEmpty()) {
      throw new Refused(
          "only pointers to this data are on this machine: "
              + listed(absent.stream().map(Recording::why).toList())
              + ".\nNothing was written. Fetch the data first: "
              + absent.getFirst().claim().tool()
              + " pull");
    }
  }

  private static String why(Found.Absent absent) {
    return absent.name()
        + (absent.claim().sha256().isPresent()
            ? " (above 1 GiB, so that its shards have to be read)"
            : " (its pointer has an MD5 only, which proves nothing)");
  }

  private static List<String> notes(Followed followed, List<String> unseen) {
    List<String> notes = new ArrayList<>();
    int read = followed.all(Found.Behind.class).size();
    if (read > 0) {
      notes.add(read + " pointer" + (read == 1 ? " was" : "s were") + " followed to the data.");
    }
    if (!unseen.isEmpty()) {
      notes.add(
          "%s: not on this machine; size and SHA-256 are what Git LFS claims. To see the bytes: git lfs pull, then record again."
              .formatted(listed(unseen)));
    }
    if (!followed.links().isEmpty()) {
      notes.add(
          listed(followed.links()) + ": links are not followed, so this is not in the dataset.");
    }
    return notes;
  }

  private static String listed(List<String> names) {
    String more = names.size() > LISTED ? ", … (" + names.size() + ")" : "";
    return String.join(", ", names.subList(0, Math.min(LISTED, names.size()))) + more;
  }
}
