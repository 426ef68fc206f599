package dev.countersign.cli.provenance;

import dev.countersign.cli.console.Failure;
import dev.countersign.cli.console.Refused;
import dev.countersign.model.Repository;
import dev.countersign.provenance.Entry;
import dev.countersign.provenance.EntryName;
import dev.countersign.provenance.MalformedMetadata;
import dev.countersign.provenance.Manifest;
import dev.countersign.provenance.Shards;
import dev.countersign.provenance.pointer.Claim;
import dev.countersign.provenance.pointer.DvcFile;
import dev.countersign.provenance.pointer.LfsPointer;
import dev.countersign.provenance.pointer.Pointers;
import dev.countersign.provenance.pointer.Target;
import dev.countersign.provenance.record.FilePrefix;
import dev.countersign.provenance.record.Recorder;
import dev.countersign.provenance.record.RecordingFailed;
import dev.countersign.provenance.record.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the files of a dataset. Pointer files are followed to the data that they stand for and
 * never taken for it.
 *
 * @param manifest what was found
 * @param unseen names of files of which only a pointer of Git LFS is here
 * @param notes what a reader should know, a sentence each
 */
public record Recording(Manifest manifest, List<String> unseen, List<String> notes) {
  /** How many absent files a message lists. */
  private static final int LISTED = 5;

  public Recording {
    unseen = List.copyOf(unseen);
    notes = List.copyOf(notes);
  }

  /**
   * Reads them.
   *
   * @param name of the dataset
   * @param root absolute; names are relative to it
   * @param patterns names of files and folders and globs, relative to the root; empty for all
   * @throws Refused if a file cannot be read, a pointer cannot be followed, or there is no file
   */
  public static Recording of(String name, Path root, List<String> patterns) {
    try {
      var read = Recorder.of(root).selecting(Selection.of(patterns)).record(name);
      Followed followed = new Followed(root, Repository.rootOf(root));
      for (Entry entry : read.manifest().entries()) {
        followed.add(entry);
      }
      return followed.recording(name, read.links());
    } catch (RecordingFailed failed) {
      throw new Refused(failed.getMessage() + " Nothing was written.");
    } catch (IllegalArgumentException glob) {
      throw new Refused(glob.getMessage() + ". Quote it, or name a folder.");
    }
  }

  /** Entries, with pointers replaced by what they stand for. */
  private static final class Followed {
    private final Path root;
    private final Pointers pointers;
    private final Map<String, Entry> entries = new TreeMap<>(EntryName.ORDER);
    private final List<String> unseen = new ArrayList<>();
    private final List<String> absent = new ArrayList<>();
    private long read;
    private String fetch = "";

    Followed(Path root, Path repository) {
      this.root = root;
      pointers = new Pointers(repository);
    }

    void add(Entry entry) {
      Path file = Files.isDirectory(root) ? root.resolve(entry.name()) : root;
      if (entry.bytes() >= LfsPointer.SHORTER_THAN && !DvcFile.isOne(file)) {
        entries.putIfAbsent(entry.name(), entry);
        return;
      }
      try {
        var targets = pointers.follow(file);
        if (targets.isEmpty()) {
          entries.putIfAbsent(entry.name(), entry);
        } else {
          targets.get().forEach(this::add);
        }
      } catch (MalformedMetadata malformed) {
        throw new Refused(
            "%s: %s. Repair it, or leave it out of what you name."
                .formatted(Shown.path(file), malformed.detail()));
      } catch (IOException unreadable) {
        throw new Refused(Shown.path(file) + " cannot be read (" + Failure.why(unreadable) + ").");
      }
    }

    private void add(Target target) {
      if (!target.place().startsWith(root)) {
        throw new Refused(
            "%s stands for %s, which is outside of %s. Name a folder above both: --root DIR"
                .formatted(Shown.path(target.claim().pointer()), target.place(), root));
      }
      String name = root.relativize(target.place()).toString().replace('\\', '/');
      switch (target) {
        case Target.Here here -> here(name, here);
        case Target.Absent missing -> absent(name, missing.claim());
      }
    }

    /** The data is read, wherever it is, and compared with what the pointer says. */
    private void here(String name, Target.Here here) {
      Claim claim = here.claim();
      try {
        Entry entry = FilePrefix.read(here.bytes(), name, Files.size(here.bytes()));
        claim
            .broken(entry, here.bytes())
            .ifPresent(broken -> {
              throw new Refused(
                  "%s %s (%s). Fetch it anew: %s pull"
                      .formatted(name, broken, Shown.path(claim.pointer()), claim.tool()));
            });
        entries.put(name, entry);
        read++;
      } catch (IOException | RecordingFailed unreadable) {
        throw new Refused(name + " cannot be read. Fetch it anew: " + claim.tool() + " pull");
      }
    }

    private void absent(String name, Claim claim) {
      long size = claim.bytes().orElse(-1);
      if (claim.sha256().isPresent() && size >= 0 && size <= Shards.SIZE) {
        entries.put(name, Entry.of(name, size, claim.sha256().get()));
        unseen.add(name);
        return;
      }
      absent.add(
          claim.sha256().isPresent()
              ? name + " (above 1 GiB, so that its shards have to be read)"
              : name + " (its pointer has an MD5 only, which proves nothing)");
      fetch = claim.tool() + " pull";
    }

    Recording recording(String name, List<String> links) {
      refuseAbsent();
      if (entries.isEmpty()) {
        throw new Refused(
            "there is no such file below "
                + Shown.path(root)
                + ". Name files, folders or globs, or the folder they are relative to: --root DIR");
      }
      return new Recording(Manifest.of(name, entries.values()), unseen, notes(links));
    }

    private void refuseAbsent() {
      if (!absent.isEmpty()) {
        String more = absent.size() > LISTED ? ", … (" + absent.size() + " files)" : "";
        throw new Refused(
            "only pointers to this data are on this machine: "
                + String.join(", ", absent.subList(0, Math.min(LISTED, absent.size())))
                + more
                + ".\nNothing was written. Fetch the data first: "
                + fetch);
      }
    }

    private List<String> notes(List<String> links) {
      List<String> notes = new ArrayList<>();
      if (read > 0) {
        notes.add(read + " pointer" + (read == 1 ? " was" : "s were") + " followed to the data.");
      }
      if (!unseen.isEmpty()) {
        notes.add(
            "%s: not on this machine; size and SHA-256 are what Git LFS claims. To see the bytes: git lfs pull, then record again."
                .formatted(listed(unseen)));
      }
      if (!links.isEmpty()) {
        notes.add(listed(links) + ": links are not followed, so this is not in the dataset.");
      }
      return notes;
    }

    private static String listed(List<String> names) {
      String more = names.size() > LISTED ? ", … (" + names.size() + ")" : "";
      return String.join(", ", names.subList(0, Math.min(LISTED, names.size()))) + more;
    }
  }
}
